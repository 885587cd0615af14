using CrmMigration.Http.Books;
using CrmMigration.Http.Shapes;

namespace CrmMigration.Http.Handlers;

/// <summary>Lists runs, newest first.</summary>
internal sealed class ListMigrations(HttpSurroundings surroundings)
{
    public async Task<HttpAnswer> Answer(RoutedCall call) => HttpAnswer.Json(
        200,
        await new RunSearch(surroundings).List(call.Word("state"), call.Whole("top", otherwise: 50), call.Cancellation),
        Written.As.MigrationList);
}
