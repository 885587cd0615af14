using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;

namespace CrmMigration.Verify;

/// <summary>
/// Compares a batch of the rows that were found by value: those that only aggregates told of, of which some are no differences; or, after a repair, those that were
/// there before it. Done twice, it finds the batch done.
/// </summary>
internal sealed class CompareFound(RunContext context, bool afterRepair)
{
    public async Task<StepCounts> Run(PartitionRef batch, CancellationToken cancellation)
    {
        var row = await context.Row(batch.Entity.Entity);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, batch.Entity.Run);
        var found = (await target.QueryAsync<(string Source, string Key)>(
            SqlText.Of("Verify/FindBatch.sql"), new { row.EntityId, batch.Number, state = afterRepair ? "confirmed" : "found" })).ToList();
        await using var compared = await ComparedEntity.Open(context, batch.Entity, target, cancellation);
        foreach (var source in found.GroupBy(one => one.Source))
        {
            var set = compared.Sets.Single(one => one.Source == source.Key);
            var kind = compared.Sources[set.Position].Mapping.SourceKeyKind;
            var settled = await new RowSettlement(compared).Settle(set.Position, [.. source.Select(one => kind.Parse(one.Key))]);
            var differences = new Differences(target, row.EntityId, set);
            foreach (var one in settled)
            {
                await differences.Put(one);
            }

            var others = settled.Where(one => !one.IsDifference);
            await (afterRepair ? differences.Repaired(others) : differences.Drop(others));
        }

        await transaction.CommitAsync(cancellation);
        context.Progress.Phase(batch.Entity.Entity, afterRepair ? "recheck" : "compare").PartitionDone();
        return new(found.Count);
    }
}
