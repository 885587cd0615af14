using CrmMigration.Flow;
using Dapper;

namespace CrmMigration.Runs;

/// <summary>
/// Enters in the books how a run ended before its end, and gives its lease back. Not if another holder has the lease by now: then that
/// one answers for the run. What a cancelled run had loaded but not revealed is dropped.
/// </summary>
internal sealed class StopRun(RunContext context)
{
    public async Task<StepCounts> Run(RunEnd end, CancellationToken cancellation)
    {
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, end.Run);
        var cancelled = end.Outcome == StepOutcome.Cancelled;
        if (cancelled)
        {
            await LoadTables.DropOfRun(target, end.Run.RunId);
        }

        var state = cancelled ? "cancelled" : end.Outcome == StepOutcome.Paused ? "paused" : "failed";
        await target.ExecuteAsync(SqlText.Of("Runs/EndRun.sql"), new { runId = end.Run.RunId, state, failure = end.Failure });
        await target.ExecuteAsync(SqlText.Of("Runs/ReleaseLease.sql"), new { plan = context.Plan.Plan.Name, fence = end.Run.Fence });
        await transaction.CommitAsync(cancellation);
        return new(0);
    }
}
