using CrmMigration.Plan;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Cutover;

/// <summary>What a source tells of the rows of one of its tables, and of those who may be changing them, with the right to read alone.</summary>
/// <param name="Stamp">A sum over the transactions that wrote the rows: with the number of rows it changes with every insert, update and delete.</param>
/// <param name="Writers">Transactions of others that hold a lock to write now.</param>
internal sealed record TableActivity(long Rows, long Stamp, int Writers)
{
    public static async Task<TableActivity> Read(NpgsqlDataSource database, CheckedSource table, CancellationToken cancellation)
    {
        // Before the snapshot: who ends in between is seen in its rows.
        var writers = await Holding(database, table, cancellation);
        await using var source = await SourceCopy.Open(database, cancellation);
        var (rows, stamp) = await source.Connection.QuerySingleAsync<(long, long)>(
            $"select count(*), coalesce(sum(hashint8(xmin::text::int8)), 0)::int8 from {table.Plan.Table.Sql}");
        return new(rows, stamp, writers);
    }

    private static async Task<int> Holding(NpgsqlDataSource database, CheckedSource table, CancellationToken cancellation)
    {
        await using var source = await database.OpenConnectionAsync(cancellation);
        return await source.ExecuteScalarAsync<int>(SqlText.Of("Cutover/CountWriters.sql"), new { table = table.Plan.Table.Sql });
    }
}
