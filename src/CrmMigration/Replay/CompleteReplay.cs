using CrmMigration.Reconcile;
using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Replay;

/// <summary>Derives the run's verdict from what stands proven of each entity now, and ends the replay.</summary>
internal sealed class CompleteReplay(RunContext context)
{
    public async Task<ReplayOutcome> Run(RunRef run, CancellationToken cancellation)
    {
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, run);
        await target.ExecuteAsync(SqlText.Of("Replay/ForgetReplay.sql"), new { runId = run.RunId });
        var states = (await target.QueryAsync<EntityRow>(SqlText.Of("Runs/FindEntities.sql"), new { runId = run.RunId })).Select(row => row.State);
        var verdict = states.All(state => state == "reconciled") ? Verdict.Reconciled : Verdict.NotReconciled;
        await target.ExecuteAsync(SqlText.Of("Replay/SetVerdict.sql"), new { runId = run.RunId, state = verdict == Verdict.Reconciled ? "reconciled" : "not-reconciled" });
        await target.ExecuteAsync(SqlText.Of("Replay/EndReplay.sql"), new { run.RunId, run.Fence, state = "done", failure = (string?)null });
        await target.ExecuteAsync(SqlText.Of("Runs/ReleaseLease.sql"), new { plan = context.Plan.Plan.Name, fence = run.Fence });
        await transaction.CommitAsync(cancellation);
        return new(verdict);
    }
}
