using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;
using CrmMigration.Sync;

namespace CrmMigration.Verify;

/// <summary>The keys of one source, all in one snapshot, and which of their rows changed since the last pass.</summary>
internal sealed class SourceKeys : IAsyncDisposable
{
    private readonly SourceCopy copy;
    private readonly string rows;

    private SourceKeys(SourceCopy copy, CheckedSource read, ChangedSince since)
    {
        this.copy = copy;
        Since = since;
        var key = $"{SqlName.Quote(read.Key.Name)}::text collate \"C\"";
        rows = $"select {key} as key, {KeyBuckets.Hash(key)} as hash, {since.Condition} as changed from {read.Plan.Table.Sql}";
    }

    public ChangedSince Since { get; }

    public static async Task<SourceKeys> Open(RunContext context, CheckedSource read, LinkSet set, CancellationToken cancellation)
    {
        var copy = await SourceCopy.Open(context.SourceOf(read), cancellation);
        return new(copy, read, await ChangedSince.Of(copy.Connection, set, context.IsCutover));
    }

    /// <summary>With those that changed as the only mark.</summary>
    public Task<KeyCounts> Count(CancellationToken cancellation) => KeyCounts.Read(copy.Connection, rows, ["changed"], cancellation);

    /// <summary>The keys in some buckets, and whether their rows changed.</summary>
    public async Task<Dictionary<string, bool>> Read(int[] buckets, CancellationToken cancellation)
    {
        var found = new Dictionary<string, bool>(StringComparer.Ordinal);
        await using var command = copy.Command($"select key, changed from ({rows}) as keys where {KeyBuckets.Of("hash")} = any(@buckets)");
        command.Parameters.Add(new("buckets", buckets));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found[reader.GetString(0)] = reader.GetBoolean(1);
        }

        return found;
    }

    public ValueTask DisposeAsync() => copy.DisposeAsync();
}
