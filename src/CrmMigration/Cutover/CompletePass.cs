using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Cutover;

/// <summary>
/// Ends the pass within a cut-over: where it is proven, what it read is behind it, whatever the verdict on the whole will be. And notes what the sources look like, so that
/// the end can tell whether anybody wrote meanwhile. Done twice, it keeps what it saw first.
/// </summary>
internal sealed class CompletePass(RunContext context)
{
    public async Task<StepCounts> Run(RunRef run, CancellationToken cancellation)
    {
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, run);
        if ((await target.QueryAsync<EntityRow>(SqlText.Of("Runs/FindEntities.sql"), new { runId = run.RunId })).All(row => row.State == "reconciled"))
        {
            await target.ExecuteAsync(SqlText.Of("Sync/MoveHorizons.sql"), new { run.RunId });
            await target.ExecuteAsync(SqlText.Of("Withdraw/KeepArrived.sql"), new { run.RunId });
            await target.ExecuteAsync(SqlText.Of("Sync/SettleArrived.sql"), new { run.RunId });
        }

        foreach (var (entity, read) in context.Plan.Entities.SelectMany(entity => entity.Sources, (entity, read) => (entity, read)))
        {
            var activity = await TableActivity.Read(context.SourceOf(read), read, cancellation);
            await target.ExecuteAsync(
                SqlText.Of("Cutover/NoteActivity.sql"), new { run.RunId, entity = entity.Plan.Name, source = read.Name, activity.Rows, activity.Stamp });
        }

        await transaction.CommitAsync(cancellation);
        return new(0);
    }
}
