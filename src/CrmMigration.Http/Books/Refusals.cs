using CrmMigration.Http.Problems;
using CrmMigration.Plan;
using CrmMigration.Runs;

namespace CrmMigration.Http.Books;

/// <summary>Finds out, for a caller who must not read the host's settings, why a run was not started or carried on.</summary>
internal static class Refusals
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The database of a plan that does not answer, or the run of it that is at work; null when it is neither.</summary>
    public static async Task<Problem?> Of(MigrationEngine engine, MigrationPlan plan, CancellationToken cancellation)
    {
        var connections = plan.Sources.Values.Append(plan.TargetConnection).Distinct();
        var states = await Task.WhenAll(connections.Select(connection => engine.StateOf(connection, Patience, cancellation)));
        return states.Any(state => !state.Reachable)
            ? Problem.Unreachable(states.Where(state => !state.Reachable).Select(state => state.Connection))
            : await AtWork(engine, plan, cancellation) is { } run ? Problem.RunAtWork(run) : null;
    }

    private static async Task<RunStatus?> AtWork(MigrationEngine engine, MigrationPlan plan, CancellationToken cancellation) =>
        await engine.Runs(plan.TargetConnection, new() { Plan = plan.Name, State = RunStates.Running, Top = 1 }, cancellation) is [var run] ? run : null;
}
