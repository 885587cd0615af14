using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>The tables that runs load before they reveal them; those of a run that is given up would lie about for ever.</summary>
internal static class LoadTables
{
    public static Task DropOfPlan(NpgsqlConnection target, string plan) => Drop(target, new { plan, runId = (string?)null });

    public static Task DropOfRun(NpgsqlConnection target, string runId) => Drop(target, new { plan = (string?)null, runId });

    private static async Task Drop(NpgsqlConnection target, object whose)
    {
        foreach (var table in await target.QueryAsync<string>(SqlText.Of("Runs/FindLoadTables.sql"), whose))
        {
            await target.ExecuteAsync($"drop table if exists {table}");
        }
    }
}
