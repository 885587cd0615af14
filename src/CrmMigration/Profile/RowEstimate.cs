using System.Text.Json;
using CrmMigration.Plan;
using Dapper;
using Npgsql;

namespace CrmMigration.Profile;

/// <summary>The rows of a table as the server's planner sees them: by its statistics and its size today, partitions included.</summary>
internal static class RowEstimate
{
    public static async Task<long> Of(NpgsqlConnection connection, TableName table, CancellationToken cancellation)
    {
        var plan = await connection.ExecuteScalarAsync<string>(
            new CommandDefinition($"explain (format json) select from {table.Sql}", cancellationToken: cancellation));
        using var document = JsonDocument.Parse(plan!);
        return (long)document.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetDouble();
    }
}
