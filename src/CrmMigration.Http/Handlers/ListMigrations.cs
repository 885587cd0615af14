using CrmMigration.Http.Books;
using CrmMigration.Http.Shapes;
using CrmMigration.Runs;

namespace CrmMigration.Http.Handlers;

/// <summary>Lists runs, newest first.</summary>
internal sealed class ListMigrations(HttpSurroundings surroundings)
{
    public async Task<HttpAnswer> Answer(RoutedCall call)
    {
        var filter = new RunFilter
        {
            State = call.Word("state"),
            Mode = call.Word("mode") is { } mode ? Enum.Parse<RunMode>(mode, ignoreCase: true) : null,
            Top = call.Whole("top", otherwise: 50),
        };
        return HttpAnswer.Json(200, await new RunSearch(surroundings).List(filter, call.Cancellation), Written.As.MigrationList);
    }
}
