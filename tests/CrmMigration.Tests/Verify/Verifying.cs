using CrmMigration.Flow;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Verify;

/// <summary>A verification, step by step.</summary>
internal static class Verifying
{
    /// <summary>Begins verify-1, deep and with repair, and breaks it off after that many steps; null: it comes to its end. Gives the steps that it took.</summary>
    public static async Task<int> UntilBroken(Crms crms, MigrationPlan plan, int? breakAfter)
    {
        await using var run = await crms.Engine.Begin(
            plan, new() { RunId = "verify-1", Mode = RunMode.Verify, Deep = true, Repairs = true, PartitionRows = 3, Parallel = 2 }, new(), CancellationToken.None);
        var left = breakAfter ?? int.MaxValue;
        var port = new SteppedRun(run) { After = _ => --left == 0 ? throw new OperationCanceledException() : Task.CompletedTask };
        if (breakAfter is null)
        {
            await Flows.Migrate.Run(port, run.Ref);
        }
        else
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Flows.Migrate.Run(port, run.Ref));
        }

        return port.Steps;
    }
}
