using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>The tables that runs load before they reveal them, and those of rehearsals; those of a run that is given up would lie about for ever.</summary>
internal static class LoadTables
{
    /// <param name="begins">The run that begins: a rehearsal leaves what full runs loaded.</param>
    public static Task DropOfPlan(NpgsqlConnection target, RunRow begins) =>
        Drop(target, new { begins.Plan, runId = (string?)null, entityId = (long?)null, rehearsals = begins.IsRehearsal });

    public static Task DropOfRun(NpgsqlConnection target, string runId) => Drop(target, new { plan = (string?)null, runId, entityId = (long?)null, rehearsals = false });

    private static async Task Drop(NpgsqlConnection target, object whose)
    {
        foreach (var table in await target.QueryAsync<string>(SqlText.Of("Runs/FindLoadTables.sql"), whose))
        {
            await target.ExecuteAsync($"drop table if exists {table}");
        }

        await target.ExecuteAsync(SqlText.Of("Rehearse/ForgetUnsampled.sql"), whose);
        await target.ExecuteAsync(SqlText.Of("Rehearse/ForgetValues.sql"), whose);
        await target.ExecuteAsync(SqlText.Of("Runs/ForgetAssigned.sql"), whose);
    }
}
