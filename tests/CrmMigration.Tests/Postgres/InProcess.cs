using CrmMigration.Cli.Runner;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Runs;

namespace CrmMigration.Tests.Postgres;

/// <summary>The product's runner in the process of the tests.</summary>
internal static class InProcess
{
    /// <summary>Runs a plan to its end, or carries on the run of that id.</summary>
    public static async Task<RunReport> Run(MigrationEngine engine, MigrationPlan plan, RunOptions options, RunProgress progress, CancellationToken cancellation)
    {
        await using var run = await engine.Begin(plan, options, progress, cancellation);
        return await InProcessRunner.Finish(run, cancellation);
    }
}
