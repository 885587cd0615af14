using CrmMigration.Plan;
using CrmMigration.Profile.Reading;
using Dapper;
using Npgsql;

namespace CrmMigration.Profile.Relations;

/// <summary>Counts values of a column that are no key of another table: of all rows where they are not too many, else of a sample.</summary>
internal sealed class OrphanCount(TableName child, long rows, TablePart part)
{
    private const long MostRows = 20_000_000;
    private const long RowsSampled = 200_000;
    private const long RowsGlanced = 5_000;

    public Task<Share> Of(NpgsqlConnection connection, string column, (TableName Table, string Key) parent, CancellationToken cancellation) =>
        rows <= MostRows ? Count(connection, Query(column, parent, ""), Share.Exact, cancellation) : Sampled(connection, Query(column, parent, Clause(RowsSampled)), cancellation);

    /// <summary>Of a few thousand rows, to see whether it is worth a closer look.</summary>
    public Task<Share> OfSample(NpgsqlConnection connection, string column, (TableName Table, string Key) parent, CancellationToken cancellation) =>
        rows <= RowsGlanced ? Of(connection, column, parent, cancellation) : Sampled(connection, Query(column, parent, Clause(RowsGlanced)), cancellation);

    private string Clause(long wanted) => TablePart.Sample(rows <= MostRows, 100.0 * wanted / rows, part.Seed);

    private Task<Share> Sampled(NpgsqlConnection connection, string query, CancellationToken cancellation) =>
        Count(connection, query, (orphans, of) => Share.Sampled(orphans, of, rows <= MostRows ? 1 : part.RowsInPage), cancellation);

    private string Query(string column, (TableName Table, string Key) parent, string sample)
    {
        var (name, key) = (SqlName.Quote(column), SqlName.Quote(parent.Key));
        return $"""
            select (select count(*) from {child.Sql} as child{sample}
                     where child.{name} is not null and not exists (select from {parent.Table.Sql} as parent where parent.{key} = child.{name})),
                   (select count({name}) from {child.Sql} as child{sample})
            """;
    }

    private static async Task<Share> Count(NpgsqlConnection connection, string query, Func<long, long, Share> share, CancellationToken cancellation)
    {
        var (orphans, of) = await connection.QuerySingleAsync<(long, long)>(new CommandDefinition(query, cancellationToken: cancellation));
        return share(orphans, of);
    }
}
