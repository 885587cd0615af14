using CrmMigration.Load;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;

namespace CrmMigration.Sync;

/// <summary>Proves an entity of a pass: the identity of every batch, that the target held what was written, in the transaction that wrote it, and the control totals of what changed.</summary>
internal sealed class ReconcileSync(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        var highest = row.Partitions > 0 ? await PlacedRange.Highest(context.SourceOf, context.Entity(entity.Entity), cancellation) : null;
        var place = new { entityId = row.EntityId };
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        if (row.Partitions > 0)
        {
            await TargetTable.RaiseSequences(target, context.Entity(entity.Entity), highest);
        }

        await target.ExecuteAsync(SqlText.Of("Replay/AddToTotals.sql"), place);
        var books = await target.QuerySingleAsync<Books>(SqlText.Of("Reconcile/SumBooks.sql"), place);
        var (found, agrees, differs) = await target.QuerySingleAsync<(long, bool, int[])>(SqlText.Of("Sync/ReadProof.sql"), place);
        string[] totals = [.. await target.QueryAsync<string>(SqlText.Of("Reconcile/FindDifferingTotals.sql"), place)];
        var evidence = new Evidence(books, new(found, agrees, OnlyOurs: false, differs), totals, SourceDrift.None, []) { IsSync = true };
        var findings = Findings.Of(entity.Entity, evidence).ToArray();
        await target.ExecuteAsync(
            SqlText.Of("Replay/RecordFindings.sql"), new { entityId = row.EntityId, state = findings.Length == 0 ? "reconciled" : "not-reconciled", findings });
        await transaction.CommitAsync(cancellation);
        context.Progress.Phase(entity.Entity, "sync").Finished = true;
        return new(books.Read);
    }
}
