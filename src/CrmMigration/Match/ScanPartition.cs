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
            var entity = context.Entity(partition.Entity.Entity);
            var mapping = EntityMapping.ForMatching(entity);
            await using var source = await SourceCopy.Open(context.SourceOf(mapping.Source), cancellation);
            var parents = await context.ParentsOf(entity);
            await using var stream = source.Range(mapping, work.Range);
            using var keys = Scan(new RowMapper(mapping, name => parents[name]), mapping, stream, (row.MatchBuckets, new RowMeter(progress, cancellation)));
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

    private static PartitionMatchKeys Scan(RowMapper mapper, EntityMapping mapping, Stream rows, (int Buckets, RowMeter Meter) work)
    {
        var keys = new PartitionMatchKeys(mapping, work.Buckets, gaps: null);
        var row = new TupleBuffer(mapping.TargetColumns.Count);
        using var reader = new TupleReader(rows);
        while (reader.Read())
        {
            row.Clear();
            if (mapper.Map(reader, row) is null)
            {
                keys.Add(mapping.SourceKeyKind.Read(reader.Field(0)), row);
            }

            work.Meter.Tick();
        }

        work.Meter.Flush();
        return keys;
    }
}
