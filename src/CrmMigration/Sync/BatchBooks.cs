using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Match;
using CrmMigration.Replay;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>The books of one batch: the fates of its rows by source, their links, what people should look at, and what was written, for the proof. Works in the transaction of the connection it is given.</summary>
internal sealed class BatchBooks
{
    private readonly NpgsqlConnection target;
    private readonly long entityId;
    private readonly int batch;
    private readonly IReadOnlyList<LinkSet> sets;
    private readonly BatchSources sources;
    private readonly List<PartitionAccount> accounts = [];
    private readonly LinkChanges links = new();
    private readonly Dictionary<SourceKey, ulong> filled = [];
    private readonly TupleBuffer buffer;

    public BatchBooks(NpgsqlConnection target, long entityId, int batch, IReadOnlyList<LinkSet> sets, BatchSources sources)
    {
        (this.target, this.entityId, this.batch, this.sets, this.sources) = (target, entityId, batch, sets, sources);
        for (var position = 0; position < sources.Count; position++)
        {
            var mapping = sources[position].Mapping;
            accounts.Add(new(mapping, keysDiffer: true)
            {
                Payloads = sources[position].Payloads,
                MatchKeys = mapping.Entity.Plan.Match.Count == 0 ? null : new PartitionMatchKeys(mapping, 1, gaps: null),
            });
        }

        buffer = new(sources[0].Mapping.TargetColumns.Count);
    }

    /// <summary>The first of the batch's partitions; there is one for each source.</summary>
    public int First => batch * sources.Count;

    /// <summary>Rows of the target that had been marked as gone, and are back.</summary>
    public List<SourceKey> Returned { get; } = [];

    public PartitionAccount Account(SyncRow row) => accounts[row.Id.Source];

    /// <summary>Reads and maps all rows that are there; enters those of the changed ones that are skipped or rejected.</summary>
    /// <returns>Each mapped row in COPY format.</returns>
    public async Task<Dictionary<RowId, byte[]>> Map(IReadOnlyList<SyncRow> rows)
    {
        var (known, mapped) = (rows.ToDictionary(row => row.Id), new Dictionary<RowId, byte[]>());
        foreach (var group in rows.Where(row => !row.Gone).GroupBy(row => row.Id.Source))
        {
            var mapping = sources[group.Key].Mapping;
            await sources[group.Key].Read(group.Select(row => row.Id.Key), sources.Placement(group.Key), (mapper, read, fault) =>
            {
                var row = known[new(group.Key, mapping.SourceKeyKind.Read(read.Field(0)))];
                if (Map(row, (mapper, read, fault)))
                {
                    mapped[row.Id] = buffer.Row.ToArray();
                }
            });
        }

        return mapped;
    }

    public void Link(SyncRow row, string status, SourceKey? place, ulong? hash) => links.Put(sets[row.Id.Source].SetId, row.Id.Key, status, place, hash);

    /// <summary>The row is tried again by every pass where it was refused for what other rows are; it has a link by then.</summary>
    public void Wait(SyncRow row, Rejection rejection)
    {
        if (rejection.SqlState is not null || rejection.Rule is "key.taken" or "merge.target-gone" || (row.Target is not null && rejection.Rule.StartsWith("parent.", StringComparison.Ordinal)))
        {
            TryAgain(row);
        }
    }

    /// <summary>Every pass looks at the row, which has a link, until it can be written.</summary>
    public void TryAgain(SyncRow row) => links.Pend(sets[row.Id.Source].SetId, row.Id.Key);

    public void Unlink(SyncRow row) => links.Take(sets[row.Id.Source].SetId, row.Id.Key);

    /// <summary>A row of the target that did not change in its own source was written, as others fill its gaps.</summary>
    public void Filled(SourceKey key, ulong hash) => filled[key] = hash;

    public Task Review(SyncRow row, string reason) => target.ExecuteAsync(
        SqlText.Of("Sync/AddReview.sql"),
        new { entityId, setId = sets[row.Id.Source].SetId, key = row.Id.Key.ToString(), kind = "conflict", targetKey = row.Target?.ToString(), otherKey = (string?)null, reason });

    /// <summary>The row as the last of a buffer of its own.</summary>
    public TupleBuffer Buffered(byte[] row)
    {
        buffer.Clear();
        buffer.AddRow(row);
        return buffer;
    }

    /// <param name="transactions">That wrote rows, down to savepoints, as xmin tells them.</param>
    public async Task Write(IReadOnlyCollection<long> transactions, CancellationToken cancellation)
    {
        await links.Write(target, entityId);
        for (var position = 0; position < accounts.Count; position++)
        {
            var (account, partition) = (accounts[position], First + position);
            account.Transactions = transactions;
            await AccountWriter.Write(target, entityId, partition, account, cancellation);
            var arrived = account.Ledger.Where(entry => entry.Fate is Fate.Created or Fate.Updated or Fate.Unchanged).SelectMany(entry => entry.Targets!.All);
            await new ReplayProof(target, account.Mapping, entityId) { Notes = false }.OfArrived(partition, [.. arrived], account.SentHash);
            account.MatchKeys?.Dispose();
        }

        var sum = filled.Values.Aggregate(0UL, (sum, hash) => unchecked(sum + hash));
        await new ReplayProof(target, accounts[0].Mapping, entityId) { Notes = false }.OfFilled(First, filled.Keys, sum);
    }

    private bool Map(SyncRow row, (RowMapper Mapper, TupleReader Row, Rejection? Fault) read)
    {
        var account = Account(row);
        if (row.Changed)
        {
            account.RowRead(read.Row);
        }

        buffer.Clear();
        if (read.Mapper.RuleThatSkips(read.Row) is { } rule)
        {
            Skipped(row, rule, read.Row);
            return false;
        }

        if ((read.Fault ?? read.Mapper.Map(read.Row, buffer)) is { } rejection)
        {
            Rejected(row, rejection, read.Row);
            return false;
        }

        if (row.Changed)
        {
            account.Corrections.Add(row.Id.Key, read.Mapper.Corrections, read.Row);
            account.MatchKeys?.Add(row.Id.Key, buffer);
        }

        return true;
    }

    // Who was in the target before stays there as it was: the last version that was good.
    private void Skipped(SyncRow row, string rule, TupleReader read)
    {
        if (row.Changed)
        {
            Account(row).Skipped(row.Id.Key, rule, read);
            LinkIfNew(row, "skipped");
        }
    }

    private void Rejected(SyncRow row, Rejection rejection, TupleReader read)
    {
        if (row.Changed)
        {
            Account(row).Rejected(row.Id.Key, rejection, read);
            LinkIfNew(row, "rejected");
            Wait(row, rejection);
        }
    }

    private void LinkIfNew(SyncRow row, string status)
    {
        if (row.Target is null)
        {
            Link(row, status, null, null);
        }
    }
}
