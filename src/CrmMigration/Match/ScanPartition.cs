using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;

namespace CrmMigration.Match;

/// <summary>
/// Reads what matching needs of a partition, cleans it as the migration will, and keeps the match keys, packed by bucket of hash. Rows
/// that will be rejected take no part in matching.
/// </summary>
internal sealed class ScanPartition(RunContext context)
{
    public async Task<StepCounts> Run(PartitionRef partition, CancellationToken cancellation)
    {
        var row = await context.Row(partition.Entity.Entity);
        var progress = context.Progress.Phase(partition.Entity.Entity, "scan");
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, partition.Entity.Run);
        var work = await target.QuerySingleAsync<PartitionRow>(
            SqlText.Of("Runs/FindPartition.sql"), new { entityId = row.EntityId, number = partition.Number });
        if (work.State == "planned")
        {
            var scan = new Work(work.Range, row.MatchBuckets, new(progress, cancellation));
            using var keys = await Scan(EntityMapping.ForMatching(context.Entity(partition.Entity.Entity), row.SourceOf(work.Number)), scan, cancellation);
            await keys.Write(target, row.EntityId, work.Number);
            await target.ExecuteAsync(SqlText.Of("Match/ScanPartition.sql"), new { entityId = row.EntityId, partition = work.Number });
            await transaction.CommitAsync(cancellation);
        }
        else
        {
            progress.AddRows(work.ExpectedRows);
        }

        progress.PartitionDone();
        return new(work.ExpectedRows);
    }

    private async Task<PartitionMatchKeys> Scan(EntityMapping mapping, Work work, CancellationToken cancellation)
    {
        var parents = await context.ParentsOf(mapping.Entity, mapping.Source);
        var mapper = new RowMapper(mapping, name => parents[name], KeyPlacement.Of(mapping.Entity, mapping.Source));
        try
        {
            return await Scan(mapper, work, ReadOrder.Any, cancellation);
        }
        catch (UnreadableRowException)
        {
            work.Meter.TakeBack();
            return await Scan(mapper, work, ReadOrder.OneByOne, cancellation);
        }
    }

    private async Task<PartitionMatchKeys> Scan(RowMapper mapper, Work work, ReadOrder order, CancellationToken cancellation)
    {
        var mapping = mapper.Mapping;
        await using var source = await SourceCopy.Open(context.SourceOf(mapping.Source), cancellation);
        using var reader = source.Range(mapping, work.Range, order);
        var keys = new PartitionMatchKeys(mapping, work.Buckets, gaps: null);
        try
        {
            Read(reader, mapper, keys, work.Meter);
            return keys;
        }
        catch
        {
            keys.Dispose();
            throw;
        }
    }

    private static void Read(IRowReader reader, RowMapper mapper, PartitionMatchKeys keys, RowMeter meter)
    {
        var row = new TupleBuffer(mapper.Mapping.TargetColumns.Count);
        while (reader.Read())
        {
            row.Clear();
            if (reader.Fault is null && mapper.RuleThatSkips(reader.Row) is null && mapper.Map(reader.Row, row) is null)
            {
                keys.Add(mapper.Mapping.SourceKeyKind.Read(reader.Row.Field(0)), row);
            }

            meter.Tick();
        }

        meter.Flush();
    }

    private sealed record Work(KeyRange Range, int Buckets, RowMeter Meter);
}
