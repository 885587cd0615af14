using Npgsql;

namespace CrmMigration.Verify;

/// <summary>The keys of one side, counted by its server.</summary>
/// <param name="Buckets">By number: how many, and the sum of their hashes.</param>
/// <param name="Rows">In all.</param>
/// <param name="Marked">How many of them meet each condition that was asked for.</param>
internal sealed record KeyCounts(IReadOnlyDictionary<int, (long Rows, string Sum)> Buckets, long Rows, long[] Marked)
{
    /// <param name="keys">A query whose column <c>hash</c> has the hashes of the keys.</param>
    /// <param name="conditions">On its other columns.</param>
    public static async Task<KeyCounts> Read(NpgsqlConnection connection, string keys, string[] conditions, CancellationToken cancellation)
    {
        await Execute(connection, KeyBuckets.Prepare, cancellation);
        var (buckets, marked, rows) = (new Dictionary<int, (long, string)>(), new long[conditions.Length], 0L);
        var marks = string.Concat(conditions.Select(condition => $", count(*) filter (where {condition})"));
        await using var command = new NpgsqlCommand($"select {KeyBuckets.Of("hash")}, count(*), sum(hash)::text{marks} from ({keys}) as keys group by 1", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            buckets[reader.GetInt32(0)] = (reader.GetInt64(1), reader.GetString(2));
            rows += reader.GetInt64(1);
            for (var mark = 0; mark < marked.Length; mark++)
            {
                marked[mark] += reader.GetInt64(3 + mark);
            }
        }

        return new(buckets, rows, marked);
    }

    /// <summary>Buckets whose keys are not the same.</summary>
    public int[] DifferingFrom(KeyCounts other) =>
        [.. Buckets.Keys.Union(other.Buckets.Keys).Where(bucket => Buckets.GetValueOrDefault(bucket) != other.Buckets.GetValueOrDefault(bucket))];

    private static async Task Execute(NpgsqlConnection connection, string statement, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
