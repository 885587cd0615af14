using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

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
            await using var source = await SourceCopy.Open(context.SourceOf(entity), cancellation);
            var buckets = Scan(entity, source, work.Range, new PackedPairs[row.MatchBuckets], new RowMeter(progress, cancellation));
            await Write(target, row.EntityId, work.Number, buckets);
            await transaction.CommitAsync(cancellation);
        }
        else
        {
            progress.AddRows(work.ExpectedRows);
        }

        progress.PartitionDone();
        return new(work.ExpectedRows);
    }

    private static PackedPairs[] Scan(Plan.CheckedEntity entity, SourceCopy source, KeyRange range, PackedPairs[] buckets, RowMeter meter)
    {
        Array.ForEach(Enumerable.Range(0, buckets.Length).ToArray(), number => buckets[number] = new());
        var mapping = EntityMapping.ForMatching(entity);
        var mapper = new RowMapper(mapping, name => new(name));
        var keys = new MatchKeys(mapping);
        var row = new TupleBuffer(mapping.TargetColumns.Count);
        using var stream = source.Range(mapping, range);
        using var reader = new TupleReader(stream);
        while (reader.Read())
        {
            row.Clear();
            if (mapper.Map(reader, row) is null)
            {
                Add(keys, row, mapping.SourceKeyKind.Read(reader.Field(0)), buckets);
            }

            meter.Tick();
        }

        meter.Flush();
        return buckets;
    }

    private static void Add(MatchKeys keys, TupleBuffer row, SourceKey key, PackedPairs[] buckets)
    {
        for (var rule = 0; rule < keys.Rules; rule++)
        {
            if (keys.Of(row, rule) is { } hash)
            {
                // The high half of the product spreads hashes evenly over any number of buckets.
                buckets[(int)Math.BigMul(hash, (ulong)buckets.Length, out _)].Add(hash, key);
            }
        }
    }

    private static async Task Write(NpgsqlConnection target, long entityId, int partition, PackedPairs[] buckets)
    {
        await using var batch = new NpgsqlBatch(target);
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            batch.BatchCommands.Add(new(SqlText.Of("Match/WriteMatchKeys.sql"))
            {
                Parameters = { new("entityId", entityId), new("bucket", bucket), new("partition", partition), new("pairs", buckets[bucket].Bytes) },
            });
        }

        batch.BatchCommands.Add(new(SqlText.Of("Match/ScanPartition.sql")) { Parameters = { new("entityId", entityId), new("partition", partition) } });
        await batch.ExecuteNonQueryAsync();
    }
}
