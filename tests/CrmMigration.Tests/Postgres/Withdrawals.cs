using CrmMigration.Cli.Runner;
using CrmMigration.Plan;
using CrmMigration.Withdraw;

namespace CrmMigration.Tests.Postgres;

/// <summary>Withdrawals of runs, for tests.</summary>
internal static class Withdrawals
{
    /// <summary>Withdraws a run by the product's runner in the process of the tests.</summary>
    public static async Task<Withdrawal> Withdraw(this Crms crms, MigrationPlan plan, string run = "run-1")
    {
        await using var begun = await crms.Engine.BeginWithdrawal(plan, new() { RunId = run, Parallel = 2 }, new(), CancellationToken.None);
        await InProcessRunner.Withdraw(begun, CancellationToken.None);
        return await begun.Withdrawal(CancellationToken.None);
    }

    /// <summary>A hash over all rows of some tables of the new CRM, with all their columns.</summary>
    public static async Task<string> HashOfAll(this Crms crms, params string[] tables)
    {
        var hashes = new List<string?>();
        foreach (var table in tables)
        {
            hashes.Add(await crms.HashOf(table));
        }

        return string.Join(' ', hashes);
    }

    /// <summary>Where the sync stands: its links and horizons.</summary>
    public static Task<string> HashOfLinks(this Crms crms) => crms.HashOfAll(
        "(select * from crm_migration.links)", "crm_migration.link_sets");

    /// <summary>The rows that were kept, as <c>table key kind reason</c>.</summary>
    public static Task<List<string>> Kept(this Crms crms) => crms.New.All<string>(
        "select concat_ws(' ', target_table, target_key, kind, reason) from crm_migration.kept order by target_table, length(target_key), target_key");
}
