using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Runs;

namespace CrmMigration.Tests.Postgres;

/// <summary>Passes of the incremental sync, for tests.</summary>
internal static class Syncs
{
    /// <summary>
    /// A full run before which all transactions of other tests have ended: the oldest of the cluster is the horizon, and rows beyond it are read again.
    /// </summary>
    public static async Task<RunReport> MigrateQuietly(this Crms crms, MigrationPlan plan)
    {
        await crms.Old.OthersEnd();
        return await crms.Migrate(plan);
    }

    /// <summary>A pass with a new id, before which all transactions of other tests have ended; the ids are sync-1 and so on.</summary>
    public static async Task<RunReport> Sync(this Crms crms, MigrationPlan plan, bool confirmsDeletes = false, int parallel = 2)
    {
        await crms.Old.OthersEnd();
        var passes = await crms.New.One<long>("select count(*) from crm_migration.runs where mode = 'incremental'");
        return await crms.Migrate(plan, new RunOptions { RunId = $"sync-{passes + 1}", Mode = RunMode.Incremental, Parallel = parallel, ConfirmsDeletes = confirmsDeletes });
    }

    /// <summary>Where each source row of an entity is, as <c>key status target</c> in key order.</summary>
    public static Task<List<string>> Xref(this Crms crms, string entity) => crms.New.All<string>(
        $"select concat_ws(' ', source_key, status, target_key) from crm_migration.xref where entity = '{entity}' order by length(source_key), source_key");

    // Whoever is at work in another database of the cluster now. One that never ends does not stop the test.
    private static async Task OthersEnd(this TestDatabase database)
    {
        var now = await database.One<long>("select pg_current_xact_id()::text::bigint");
        for (var looks = 0; looks < 1000 && await database.One<bool>(Others(now)); looks++)
        {
            await Task.Delay(5);
        }
    }

    private static string Others(long before) => $"""
        select exists (
          select from pg_stat_activity
          where datname <> current_database() and backend_xid is not null and age(backend_xid) > age('{before % 4294967296}'::xid))
        """;
}
