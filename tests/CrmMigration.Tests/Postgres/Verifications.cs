using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Verify;

namespace CrmMigration.Tests.Postgres;

/// <summary>Verifications, for tests.</summary>
internal static class Verifications
{
    /// <summary>A verification with a new id; the ids are verify-1 and so on.</summary>
    public static async Task<RunReport> Verify(this Crms crms, MigrationPlan plan, bool deep = true, bool repairs = false, int? partitionRows = 2)
    {
        var before = await crms.New.One<long>("select count(*) from crm_migration.runs where mode = 'verify'");
        return await crms.Migrate(plan, new RunOptions
        {
            RunId = $"verify-{before + 1}",
            Mode = RunMode.Verify,
            Deep = deep,
            Repairs = repairs,
            PartitionRows = partitionRows,
            Parallel = 2,
        });
    }

    /// <summary>What a verification found, as <c>entity key kind: columns</c> in key order.</summary>
    public static Task<List<string>> Differences(this Crms crms, string run = "verify-1") => crms.New.All<string>(
        $"""
        select entity || ' ' || source_key || ' ' || kind || case when columns <> '{"{}"}' then ': ' || array_to_string(columns, ',') else '' end
        from crm_migration.differences where run_id = '{run}' and not repaired order by entity, length(source_key), source_key
        """);

    /// <summary>The counts of an entity's only source by name, without those that are 0.</summary>
    public static string Counts(this RunReport report, string entity, int source = 0)
    {
        var found = report.Entities.Single(one => one.Name == entity).Verification!.Sources[source];
        return string.Join(' ', VerifiedCounts.Of(found).Where(count => count.Rows != 0).Select(count => $"{count.Rows} {count.Name}"));
    }
}
