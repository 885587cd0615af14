using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>Links that a batch changes, collected to be written at once.</summary>
internal sealed class LinkChanges
{
    private readonly Dictionary<(int Set, string Key), Link?> changes = [];
    private readonly HashSet<(int Set, string Key)> pending = [];

    public void Put(int set, SourceKey key, string status, SourceKey? target, ulong? hash) =>
        changes[(set, key.ToString())] = new(status, target?.ToString(), hash is { } known ? unchecked((long)known) : null);

    /// <summary>The row is tried again by every pass; whatever else its link says stays.</summary>
    public void Pend(int set, SourceKey key) => pending.Add((set, key.ToString()));

    public void Take(int set, SourceKey key) => changes[(set, key.ToString())] = null;

    /// <param name="entityId">Of the pass, which keeps what stood there before.</param>
    public async Task Write(NpgsqlConnection target, long entityId)
    {
        var touched = changes.Keys.Union(pending).ToList();
        await target.ExecuteAsync(SqlText.Of("Withdraw/KeepLinks.sql"), new { entityId, sets = touched.ConvertAll(one => one.Set), keys = touched.ConvertAll(one => one.Key) });
        var gone = changes.Where(change => change.Value is null).Select(change => change.Key).ToList();
        await target.ExecuteAsync(SqlText.Of("Sync/TakeLinks.sql"), new { sets = gone.ConvertAll(one => one.Set), keys = gone.ConvertAll(one => one.Key) });
        var put = changes.Where(change => change.Value is not null).Select(change => (change.Key.Set, change.Key.Key, Value: change.Value!)).ToList();
        await target.ExecuteAsync(
            SqlText.Of("Sync/PutLinks.sql"),
            new
            {
                sets = put.ConvertAll(one => one.Set),
                keys = put.ConvertAll(one => one.Key),
                states = put.ConvertAll(one => one.Value.Status),
                targets = put.ConvertAll(one => one.Value.Target),
                hashes = put.ConvertAll(one => one.Value.Hash),
            });
        await target.ExecuteAsync(SqlText.Of("Sync/PendLinks.sql"), new { sets = pending.Select(one => one.Set).ToArray(), keys = pending.Select(one => one.Key).ToArray() });
    }

    private sealed record Link(string Status, string? Target, long? Hash);
}
