using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>What must be true of a plan before a pass may begin: its newest full run is reconciled, and knows every source of every entity.</summary>
internal static class SyncEntry
{
    /// <exception cref="NothingToSyncException">There is nothing to go on from.</exception>
    public static async Task Check(NpgsqlConnection target, RunRow run, IEnumerable<(string Entity, string Source)> sources)
    {
        var (baseRun, state) = await target.QuerySingleOrDefaultAsync<(string?, string)>(SqlText.Of("Sync/FindBaseRun.sql"), new { run.Plan });
        if (baseRun is null)
        {
            throw new NothingToSyncException($"No full run of the plan '{run.Plan}' has been finished, so there is nothing to bring up to date. Start one: crm-migrate run PLAN");
        }

        if (state is "withdrawing" or "withdrawn")
        {
            throw new NothingToSyncException(
                $"Run {baseRun}, the newest of the plan '{run.Plan}', was withdrawn, so there is nothing to bring up to date. Start a new one: crm-migrate run PLAN");
        }

        if (state != "reconciled")
        {
            throw new NothingToSyncException(state == "not-reconciled"
                ? $"Run {baseRun} does not reconcile, and a sync would build on it. Find out why with 'crm-migrate report {baseRun}', then start a new full run."
                : $"Run {baseRun} is not finished ({state}). Carry it on with 'crm-migrate resume {baseRun}', then sync.");
        }

        var known = (await target.QueryAsync<(string, string)>(SqlText.Of("Sync/ReadSourcesOfRun.sql"), new { runId = baseRun })).ToHashSet();
        foreach (var (entity, source) in sources.Where(one => !known.Contains(one)))
        {
            throw new NothingToSyncException(
                $"Run {baseRun} did not move entities.{entity} from the source '{source}', so a sync does not know what is new in it. Start a full run with this plan first.");
        }
    }
}
