using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>
/// Upserts batches by key, each under a savepoint. A batch that the server refuses is halved until the one row to blame stands alone;
/// that row is rejected with the server's reason, and all others arrive.
/// </summary>
internal sealed class CarefulSink(UpsertBatch upsert, PartitionAccount account) : IRowSink
{
    private const int BatchRows = 5_000;
    private const int BatchBytes = 4 * 1024 * 1024;

    private readonly RowHash hash = new(account.Mapping);
    private readonly TupleBuffer single = new(account.Mapping.TargetColumns.Count);
    private readonly List<PendingRow> batch = [];

    public void Add(RowKeys keys, TupleBuffer rows)
    {
        batch.Add(new(keys, rows.Length - rows.Row.Length, rows.Row.Length, hash.Of(rows)));
        if (batch.Count >= BatchRows || rows.Length >= BatchBytes)
        {
            Finish(rows);
        }
    }

    public void Finish(TupleBuffer rows)
    {
        if (batch.Count > 0)
        {
            Load(rows, 0, batch.Count);
        }

        batch.Clear();
        rows.Clear();
        account.Met = upsert.Met;
        account.Transactions = upsert.Transactions;
    }

    public void Abandon()
    {
        batch.Clear();
    }

    private void Load(TupleBuffer rows, int first, int count)
    {
        upsert.Save();
        try
        {
            var last = batch[first + count - 1];
            var fates = upsert.Run(rows.Written[batch[first].Start..(last.Start + last.Length)]);
            for (var i = first; i < first + count; i++)
            {
                account.Arrived(batch[i].Keys, fates.GetValueOrDefault(batch[i].Keys.Target, Fate.Unchanged), batch[i].Hash);
                account.MatchKeys?.Add(batch[i].Keys.Source, RowAt(rows, batch[i]));
            }
        }
        catch (PostgresException fault) when (fault.IsRowFault())
        {
            upsert.Undo();
            if (count == 1)
            {
                account.Refused(batch[first].Keys.Source, RowFault.ToRejection(fault, upsert.Names), RowAt(rows, batch[first]));
                return;
            }

            Load(rows, first, count / 2);
            Load(rows, first + (count / 2), count - (count / 2));
        }
    }

    private TupleBuffer RowAt(TupleBuffer rows, PendingRow row)
    {
        single.Clear();
        single.AddRow(rows.Written.Slice(row.Start, row.Length));
        return single;
    }
}
