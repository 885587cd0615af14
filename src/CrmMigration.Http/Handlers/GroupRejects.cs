using CrmMigration.Http.Books;
using CrmMigration.Http.Shapes;
using CrmMigration.Reconcile;

namespace CrmMigration.Http.Handlers;

/// <summary>The rejected rows of a run by rule.</summary>
internal sealed class GroupRejects(HttpSurroundings surroundings)
{
    public async Task<HttpAnswer> Answer(RoutedCall call)
    {
        var found = await new RunSearch(surroundings).Find(call.Run, call.Cancellation);
        var groups = await surroundings.Engine.RejectsOf(found.Connection).Groups(call.Run, RejectFilter.All, call.Cancellation);
        return HttpAnswer.Json(200, new(groups), Written.As.RejectGroups);
    }
}
