using CrmMigration.Http.Books;
using CrmMigration.Http.Shapes;

namespace CrmMigration.Http.Handlers;

/// <summary>Says where a run stands.</summary>
internal sealed class GetMigration(HttpSurroundings surroundings)
{
    public async Task<HttpAnswer> Answer(RoutedCall call) => HttpAnswer.Json(
        200, Migration.Of((await new RunSearch(surroundings).Find(call.Run, call.Cancellation)).Status), Written.As.Migration);
}
