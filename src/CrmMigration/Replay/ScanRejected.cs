using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Match;
using CrmMigration.Runs;
using CrmMigration.Source;

namespace CrmMigration.Replay;

/// <summary>Keeps the match keys of a batch of rejected rows, fixed and cleaned as they will be loaded. Rows that will be rejected again, or skipped, take no part in matching.</summary>
internal sealed class ScanRejected(RunContext context)
{
    public async Task<StepCounts> Run(PartitionRef batch, CancellationToken cancellation)
    {
        var row = await context.Row(batch.Entity.Entity);
        var entity = context.Entity(batch.Entity.Entity);
        var sources = new MatchedSources(entity, row);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, batch.Entity.Run);
        var rows = (await new ReplayedRows(target, row.EntityId, sources).OfBatch(batch.Number)).FindAll(one => !one.Skips);
        if (rows.Count > 0)
        {
            var mapping = EntityMapping.ForMatching(entity, rows[0].Id.Source);
            var parents = await context.ParentsOf(entity, mapping.Source);
            var mapper = new RowMapper(mapping, name => parents[name], await context.Assigning.PlacementToLook(entity, mapping.Source));
            await using var source = await SourceCopy.Open(context.SourceOf(mapping.Source), cancellation);
            using var pairs = new PackedPairs();
            Scan(new FixedRows(source, mapping).Read(rows, (_, _) => { }), mapper, pairs);
            await new ReplayKeys(target, row.EntityId, sources, mapping.TargetKeyKind).Write(ReplayKeys.Replayed, (batch.Number, rows[0].Partition), pairs);
            await transaction.CommitAsync(cancellation);
        }

        return new(rows.Count);
    }

    private static void Scan(IEnumerable<FixedRead> reads, RowMapper mapper, PackedPairs pairs)
    {
        var (keys, kind) = (new MatchKeys(mapper.Mapping), mapper.Mapping.SourceKeyKind);
        var row = new TupleBuffer(mapper.Mapping.TargetColumns.Count);
        foreach (var read in reads)
        {
            using var rows = read.Rows;
            while (rows.Read())
            {
                row.Clear();
                if (read.Fault is null && mapper.RuleThatSkips(rows) is null && mapper.Map(rows, row) is null)
                {
                    keys.AddTo(pairs, (kind.Read(rows.Field(0)), kind), row, _ => true);
                }
            }
        }
    }
}
