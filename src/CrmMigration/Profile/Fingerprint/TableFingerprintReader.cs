using System.Data;
using CrmMigration.Plan;
using Dapper;
using Npgsql;

namespace CrmMigration.Profile;

/// <summary>Takes the fingerprint of one table.</summary>
internal sealed class TableFingerprintReader(NpgsqlDataSource source, long countsUpTo)
{
    /// <summary>Null where there is no such table.</summary>
    public async Task<TableFingerprint?> Read(string name, TableName table, string key, CancellationToken cancellation)
    {
        if (await new Catalog(source).ReadTables([table], cancellation) is not [var live])
        {
            return null;
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var estimate = await RowEstimate.Of(connection, table, cancellation);
        var counted = estimate <= countsUpTo;
        var figures = await connection.QuerySingleAsync<Row>(new CommandDefinition(Query(table, key, live.Column(key), counted), cancellationToken: cancellation));
        return new(name, table, key)
        {
            Columns = [.. live.Columns.Select(column => new ColumnFingerprint(column.Name, column.NotNull ? $"{column.Type} not null" : column.Type))],
            Rows = figures.Rows ?? estimate,
            RowsAreExact = counted,
            Writes = figures.Writes,
            LowestKey = figures.Lowest,
            HighestKey = figures.Highest,
        };
    }

    // The transactions are hashed before they are summed up, so that no two changes cancel each other out.
    private static string Query(TableName table, string name, LiveColumn? column, bool counted)
    {
        // Qualified: order by would take the bare name for the text that is selected.
        var key = $"t.{SqlName.Quote(name)}";
        string Outermost(string order) =>
            column is null ? "null" : $"(select {key}::text from {table.Sql} as t where {key} is not null order by {key} {order} limit 1)";
        var ends = $"{Outermost("asc")} as lowest, {Outermost("desc")} as highest";
        return counted
            ? $"select count(*) as rows, coalesce(sum(hashint8(xmin::text::int8)), 0)::int8 as writes, {ends} from {table.Sql}"
            : $"select null::int8 as rows, null::int8 as writes, {ends}";
    }

    private sealed record Row(long? Rows, long? Writes, string? Lowest, string? Highest);
}
