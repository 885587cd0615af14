using CrmMigration.Plan;
using Dapper;
using Npgsql;

namespace CrmMigration.Profile.Relations;

/// <summary>Counts exactly how often values of a column repeat.</summary>
internal static class RepeatedKeyQuery
{
    public static Task<(long Values, long Extra)> Count(NpgsqlConnection connection, TableName table, string column, CancellationToken cancellation)
    {
        var name = SqlName.Quote(column);
        return connection.QuerySingleAsync<(long, long)>(new CommandDefinition(
            $"""
            select count(*), coalesce(sum(rows - 1), 0)::int8
              from (select count(*) as rows from {table.Sql} where {name} is not null group by {name} having count(*) > 1) as repeated
            """,
            cancellationToken: cancellation));
    }
}
