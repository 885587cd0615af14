using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>
/// Begins a pass, in the transaction of the connection: makes a place for the links of every source. Where a newer full run has been since, they are to be made anew;
/// links stay of rows that it did not find any more, for the pass to see that they are gone. Done twice, it changes nothing.
/// </summary>
internal static class PrepareSync
{
    public static async Task Run(NpgsqlConnection target, RunRef run)
    {
        var before = (await target.QueryAsync<OldSet>(SqlText.Of("Sync/ForgetOldLinks.sql"), new { run.RunId })).ToList();
        await target.ExecuteAsync(SqlText.Of("Sync/CreateLinkSets.sql"), new { run.RunId });
        foreach (var old in before)
        {
            await target.ExecuteAsync(SqlText.Of("Sync/KeepGoneLinks.sql"), new { run.RunId, old.SetId, old.Entity, old.Source, old.BaseRun });
        }
    }

    private sealed record OldSet(int SetId, string Entity, string Source, string BaseRun);
}
