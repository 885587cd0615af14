using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Match;

/// <summary>The match keys of one partition's rows, packed by bucket of hash.</summary>
/// <param name="gaps">Tells which rows miss a value; null where not all columns are read, and any row may.</param>
internal sealed class PartitionMatchKeys(EntityMapping mapping, int buckets, TupleFill? gaps) : IDisposable
{
    private readonly MatchKeys keys = new(mapping);
    private readonly PackedPairs[] pairs = [.. Enumerable.Range(0, buckets).Select(_ => new PackedPairs())];

    /// <summary>Takes the keys of the last row of the buffer.</summary>
    public void Add(SourceKey key, TupleBuffer row)
    {
        var gap = gaps is null || gaps.HasGaps(row) ? 1UL : 0;
        for (var rule = 0; rule < keys.Rules; rule++)
        {
            if (keys.Of(row, rule) is { } hash)
            {
                // The high half of the product spreads hashes evenly over any number of buckets.
                pairs[(int)Math.BigMul(hash, (ulong)pairs.Length, out _)].Add((hash & ~1UL) | gap, key, mapping.SourceKeyKind);
            }
        }
    }

    public void Dispose()
    {
        foreach (var bucket in pairs)
        {
            bucket.Dispose();
        }
    }

    public async Task Write(NpgsqlConnection target, long entityId, int partition)
    {
        if (pairs.Length == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(target);
        for (var bucket = 0; bucket < pairs.Length; bucket++)
        {
            batch.BatchCommands.Add(new(SqlText.Of("Match/WriteMatchKeys.sql"))
            {
                Parameters = { new("entityId", entityId), new("bucket", bucket), new("partition", partition), new("pairs", pairs[bucket].Bytes) },
            });
        }

        await batch.ExecuteNonQueryAsync();
    }
}
