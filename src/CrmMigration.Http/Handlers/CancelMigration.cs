using CrmMigration.Runs;

namespace CrmMigration.Http.Handlers;

/// <summary>Asks a run to end for good.</summary>
internal sealed class CancelMigration(HttpSurroundings surroundings)
{
    public Task<HttpAnswer> Answer(RoutedCall call) => new RunAsked(surroundings, RunRequest.Cancel, "cancelled").Answer(call);
}
