using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>Begins a pass, in the transaction of the connection: makes a place for the links of every source, empty where a newer full run has been since. Done twice, it changes nothing.</summary>
internal static class PrepareSync
{
    public static async Task Run(NpgsqlConnection target, RunRef run)
    {
        await target.ExecuteAsync(SqlText.Of("Sync/ForgetOldLinks.sql"), new { run.RunId });
        await target.ExecuteAsync(SqlText.Of("Sync/CreateLinkSets.sql"), new { run.RunId });
    }
}
