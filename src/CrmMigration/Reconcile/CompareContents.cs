using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Reconcile;

/// <summary>
/// Compares every row that was sent with what the target holds, by hash: the whole table at once where it was empty before, else, or
/// when that does not agree, partition by partition through the ledger.
/// </summary>
internal sealed class CompareContents(NpgsqlConnection target, EntityMapping mapping, EntityRow row)
{
    private readonly RowHash hash = new(mapping);

    public async Task<Contents> Run(Books books)
    {
        if (row.TargetWasEmpty)
        {
            var (rows, sum) = await target.QuerySingleAsync<(long, string?)>(
                $"select count(*), mod(sum({hash.Sql}), 18446744073709551616)::text from {mapping.Table} as t");
            if (rows == books.Sent && HashSum.Parse(sum) == HashSum.Parse(books.SentHash))
            {
                return new(rows, true, true, []);
            }
        }

        return await ByPartition();
    }

    private async Task<Contents> ByPartition()
    {
        var differing = new List<int>();
        long found = 0;
        var sent = await target.QueryAsync<(int Number, long Rows, long Hash)>(SqlText.Of("Reconcile/ReadSent.sql"), new { entityId = row.EntityId });
        foreach (var partition in sent)
        {
            var (rows, sum) = await target.QuerySingleAsync<(long, string?)>(
                $"select count(*), mod(sum({hash.Sql}), 18446744073709551616)::text from {OwnRows.Join(mapping, "entry.partition = @partition")}",
                new { entityId = row.EntityId, partition = partition.Number });
            found += rows;
            if (rows != partition.Rows || HashSum.Parse(sum) != unchecked((ulong)partition.Hash))
            {
                differing.Add(partition.Number);
            }
        }

        return new(found, differing.Count == 0, false, differing);
    }
}
