using CrmMigration.Runs;

namespace CrmMigration.Http.Handlers;

/// <summary>Asks a run to pause; it can be resumed.</summary>
internal sealed class PauseMigration(HttpSurroundings surroundings)
{
    public Task<HttpAnswer> Answer(RoutedCall call) => new RunAsked(surroundings, RunRequest.Pause, "paused").Answer(call);
}
