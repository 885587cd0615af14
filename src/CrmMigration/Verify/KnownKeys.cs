using CrmMigration.Sync;
using Npgsql;

namespace CrmMigration.Verify;

/// <summary>The keys of one source that the links know.</summary>
internal sealed class KnownKeys(NpgsqlConnection target, LinkSet set)
{
    private readonly string rows =
        $"select source_key, {KeyBuckets.Hash("source_key")} as hash, status from crm_migration.links where set_id = {set.SetId} and status <> 'left'";

    /// <summary>With the merged, the rejected and the skipped ones as marks.</summary>
    public Task<KeyCounts> Count(CancellationToken cancellation) =>
        KeyCounts.Read(target, rows, ["status = 'merged'", "status = 'rejected'", "status = 'skipped'"], cancellation);

    /// <summary>The keys in some buckets, with what their links say.</summary>
    public async Task<Dictionary<string, string>> Read(int[] buckets, CancellationToken cancellation)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand($"select source_key, status from ({rows}) as keys where {KeyBuckets.Of("hash")} = any(@buckets)", target)
        {
            Parameters = { new("buckets", buckets) },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found[reader.GetString(0)] = reader.GetString(1);
        }

        return found;
    }
}
