using CrmMigration.Reconcile;
using Dapper;

namespace CrmMigration.Runs;

/// <summary>Derives the verdict from what reconciliation proved of each entity; nothing else makes a run a success.</summary>
internal sealed class CompleteRun(RunContext context)
{
    public async Task<RunOutcome> Run(RunRef run, CancellationToken cancellation)
    {
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, run);
        var states = (await target.QueryAsync<EntityRow>(SqlText.Of("Runs/FindEntities.sql"), new { runId = run.RunId })).Select(row => row.State);
        var holds = context.IsCutover
            ? await target.ExecuteScalarAsync<bool>(SqlText.Of("Cutover/IsGo.sql"), new { run.RunId })
            : states.All(state => state == "reconciled");
        var verdict = holds ? Verdict.Reconciled : Verdict.NotReconciled;
        await target.ExecuteAsync(
            SqlText.Of("Runs/EndRun.sql"),
            new { runId = run.RunId, state = verdict == Verdict.Reconciled ? "reconciled" : "not-reconciled", failure = (string?)null });
        if (context.IsIncremental)
        {
            // Only now is what was read behind the pass. A repair read but what it was asked for.
            await target.ExecuteAsync(SqlText.Of("Sync/MoveHorizons.sql"), new { run.RunId });
            await target.ExecuteAsync(SqlText.Of("Withdraw/KeepArrived.sql"), new { run.RunId });
            await target.ExecuteAsync(SqlText.Of("Sync/SettleArrived.sql"), new { run.RunId });
        }

        if (context.IsPass)
        {
            await target.ExecuteAsync(SqlText.Of("Sync/ForgetChanges.sql"), new { run.RunId });
            await target.ExecuteAsync(SqlText.Of("Sync/AddUpLinkCounts.sql"), new { run.RunId });
        }

        await target.ExecuteAsync(SqlText.Of("Rehearse/ForgetUnsampled.sql"), new { runId = run.RunId, plan = (string?)null });
        await target.ExecuteAsync(SqlText.Of("Runs/ReleaseLease.sql"), new { plan = context.Plan.Plan.Name, fence = run.Fence });
        await transaction.CommitAsync(cancellation);
        return new(verdict);
    }
}
