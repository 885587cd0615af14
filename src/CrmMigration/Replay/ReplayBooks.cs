using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Replay;

/// <summary>
/// The books of the rows that one step of a replay takes, by partition. A row is read again, leaves the rejected ones under its new fate, or
/// stays with a new reason. Works in the transaction of the connection it is given.
/// </summary>
internal sealed class ReplayBooks(NpgsqlConnection target, EntityRow entity, ReplaySources sources)
{
    private readonly SortedDictionary<int, PartitionAccount> accounts = [];
    private readonly SortedDictionary<int, FilledRows> filled = [];

    /// <summary>The transactions within the step's own that wrote rows of whichever partition.</summary>
    public IReadOnlyCollection<long> Transactions { get; set; } = [];

    public PartitionAccount Account(int partition)
    {
        if (!accounts.TryGetValue(partition, out var account))
        {
            var source = sources[entity.SourceOf(partition)];
            accounts[partition] = account = new(source.Mapping) { Payloads = source.Payloads };
        }

        return account;
    }

    /// <summary>Rows of a partition that stood in the target and were filled.</summary>
    public FilledRows Filled(int partition)
    {
        if (!filled.TryGetValue(partition, out var rows))
        {
            filled[partition] = rows = new();
        }

        return rows;
    }

    /// <summary>Reads rows from their sources, fixed, and enters why those that cannot be read stay rejected.</summary>
    /// <param name="take">Hears of each row that was read and is to be mapped.</param>
    public void Read(IReadOnlyCollection<ReplayedRow> rows, Action<ReplayedRow, TupleReader> take)
    {
        foreach (var source in rows.GroupBy(row => row.Id.Source))
        {
            Read(sources[source.Key], source.ToDictionary(row => row.Id.Key), take);
        }
    }

    /// <summary>Writes all of it: the partitions' books first, then what all steps of the entity write to.</summary>
    public async Task Write(RunRef run, CancellationToken cancellation)
    {
        int[] partitions = [.. accounts.Keys.Union(filled.Keys)];
        await target.ExecuteAsync(SqlText.Of("Replay/LockPartitions.sql"), new { entity.EntityId, partitions });
        foreach (var (partition, account) in accounts)
        {
            await Write(partition, account, cancellation);
        }

        foreach (var (partition, rows) in filled)
        {
            await target.ExecuteAsync(SqlText.Of("Replay/RecordFill.sql"), new { entity.EntityId, partition, rows.Change, filled = rows.Values, transactions = Transactions.ToArray() });
        }

        await Prove();
        await target.ExecuteAsync(
            SqlText.Of("Replay/CountReplayed.sql"),
            new { run.RunId, run.Fence, created = Count(Fate.Created), updated = Count(Fate.Updated), unchanged = Count(Fate.Unchanged), merged = Count(Fate.Merged), skipped = Count(Fate.Skipped) });
    }

    private void Read(ReplaySource source, Dictionary<SourceKey, ReplayedRow> left, Action<ReplayedRow, TupleReader> take)
    {
        var read = new List<ReplayedRow>();
        foreach (var part in new FixedRows(source.Copy, source.Mapping).Read([.. left.Values], Refuse))
        {
            using var rows = part.Rows;
            while (rows.Read())
            {
                left.Remove(source.Mapping.SourceKeyKind.Read(rows.Field(0)), out var row);
                read.Add(row!);
                var account = Account(row!.Partition);
                account.RowReadAgain(rows);
                if (part.Fault is { } fault)
                {
                    account.Rejected(row.Id.Key, fault, rows);
                }
                else
                {
                    take(row, rows);
                }
            }
        }

        foreach (var row in left.Values)
        {
            Account(row.Partition).Rejects.Add(row.Id.Key, new("source.gone", null, "The row is not in the source any more."));
        }

        Forget(source, read);

        void Refuse(ReplayedRow row, Rejection rejection)
        {
            left.Remove(row.Id.Key);
            Account(row.Partition).Rejects.Add(row.Id.Key, rejection);
        }
    }

    // The sums hold the rows as the source had them, not as they were fixed.
    private void Forget(ReplaySource source, List<ReplayedRow> rows)
    {
        if (source.Mapping.Entity.Totals.Count == 0)
        {
            return;
        }

        var partitions = rows.ToDictionary(row => row.Id.Key, row => row.Partition);
        foreach (var part in new FixedRows(source.Copy, source.Mapping).Read(rows.Select(row => row with { Fix = null }), (_, _) => { }))
        {
            using var read = part.Rows;
            while (read.Read())
            {
                Account(partitions[source.Mapping.SourceKeyKind.Read(read.Field(0))]).Totals.Forget(read);
            }
        }
    }

    private async Task Write(int partition, PartitionAccount account, CancellationToken cancellation)
    {
        account.Transactions = [.. account.Transactions, .. Transactions];
        string[] settled = [.. account.Ledger.SelectMany(entry => entry.Keys.All).Select(key => key.ToString())];
        await target.ExecuteAsync(SqlText.Of("Replay/ForgetCorrections.sql"), new { entity.EntityId, partition, keys = settled });
        await AccountWriter.Add(target, entity.EntityId, partition, account, cancellation);
        await target.ExecuteAsync(SqlText.Of("Replay/ForgetRejects.sql"), new { entity.EntityId, partition, keys = settled });
    }

    private async Task Prove()
    {
        foreach (var (partition, account) in accounts)
        {
            var arrived = account.Ledger.Where(entry => entry.Fate is Fate.Created or Fate.Updated or Fate.Unchanged).SelectMany(entry => (entry.Targets ?? entry.Keys).All);
            await new ReplayProof(target, account.Mapping, entity.EntityId).OfArrived(partition, [.. arrived], account.SentHash);
        }

        foreach (var (partition, rows) in filled)
        {
            await new ReplayProof(target, accounts.First().Value.Mapping, entity.EntityId).OfFilled(partition, rows.Keys, rows.Hash);
        }
    }

    private long Count(Fate fate) => accounts.Values.SelectMany(account => account.Ledger).Where(entry => entry.Fate == fate).Sum(entry => (long)entry.Keys.Count);
}
