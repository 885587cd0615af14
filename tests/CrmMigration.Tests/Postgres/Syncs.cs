using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Runs;

namespace CrmMigration.Tests.Postgres;

/// <summary>Passes of the incremental sync, for tests.</summary>
internal static class Syncs
{
    /// <summary>A pass with a new id; the ids are sync-1 and so on.</summary>
    public static async Task<RunReport> Sync(this Crms crms, MigrationPlan plan, bool confirmsDeletes = false)
    {
        var passes = await crms.New.One<long>("select count(*) from crm_migration.runs where mode = 'incremental'");
        return await crms.Migrate(plan, new RunOptions { RunId = $"sync-{passes + 1}", Mode = RunMode.Incremental, Parallel = 2, ConfirmsDeletes = confirmsDeletes });
    }

    /// <summary>Where each source row of an entity is, as <c>key status target</c> in key order.</summary>
    public static Task<List<string>> Xref(this Crms crms, string entity) => crms.New.All<string>(
        $"select concat_ws(' ', source_key, status, target_key) from crm_migration.xref where entity = '{entity}' order by length(source_key), source_key");
}
