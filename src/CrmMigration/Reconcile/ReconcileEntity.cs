using CrmMigration.Map;
using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Reconcile;

/// <summary>
/// Proves an entity: the identity of every partition from the books, the contents row by row through their hashes, the control totals,
/// and that the books hold every row of the source that was there when the run began.
/// </summary>
internal sealed class ReconcileEntity(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        if (row.State is "reconciled" or "not-reconciled")
        {
            return new(0);
        }

        var work = context.Entity(entity.Entity);
        var mapping = EntityMapping.OfTarget(work, row.WorkTable);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        var books = await target.QuerySingleAsync<Books>(SqlText.Of("Reconcile/SumBooks.sql"), new { entityId = row.EntityId });
        await target.ExecuteAsync(SqlText.Of("Sync/RecordProof.sql"), new { entityId = row.EntityId });
        var sources = work.Sources.Select(source => new CompareSource(context, target, row, source)).ToList();
        var counting = Task.WhenAll(sources.Select(source => source.Count(cancellation)));
        var contents = await new CompareContents(target, mapping, row).Run(books);
        var totals = await new CompareTotals(target, mapping, row).Run(contents.OnlyOurs);
        var drift = SourceDrift.None;
        foreach (var (source, count) in sources.Zip(await counting))
        {
            drift += await source.Run(count, cancellation);
        }

        var findings = Findings.Of(entity.Entity, new(books, contents, totals, drift, await SharedKeys.Find(target, work, row.EntityId))).ToArray();
        await target.ExecuteAsync(
            SqlText.Of("Reconcile/ReconcileEntity.sql"),
            new
            {
                entityId = row.EntityId,
                state = findings.Length == 0 ? "reconciled" : "not-reconciled",
                found = contents.Found,
                agree = contents.Agrees,
                differ = contents.DifferingPartitions.ToArray(),
                findings,
            });
        if (!context.IsRehearsal)
        {
            await new CorrectionSamples(target, work, row.EntityId).Keep();
        }

        await transaction.CommitAsync(cancellation);
        context.Progress.Phase(entity.Entity, "reconcile").Finished = true;
        return new(books.Read);
    }
}
