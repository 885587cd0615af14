using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Reconcile;

public class EveryRowHasOneFate
{
    // Rejected, merged, and plain rows; in the existing target, rows that are equal, rows that differ, and one of its own.
    private const string Customers =
        Plans.OwnersTable + """
        ; insert into old_crm_customers
        select i, case when i % 17 <> 0 then 'Ann Lee' end, case when i % 5 = 0 then 'ann' || i % 25 || '@example.com' else 'ann' || i || '@example.com' end, null
        from generate_series(1, 400) i
        """;

    private const string Target =
        "create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255), phone varchar(255));";

    private const string Known =
        "insert into new_crm_customers select i, 'Ann', case when i = 3 then 'Old' else 'Lee' end, 'ann' || i || '@example.com', null from generate_series(1, 4) i;"
            + "insert into new_crm_customers values (9999, 'Own', 'Row', null, null)";

    [Theory]
    [InlineData("")]
    [InlineData(Target)]
    [InlineData(Target + Known)]
    public async Task Each_row_of_the_source_stands_exactly_once_in_row_fates(string newSchema)
    {
        await using var crms = await Crms.Create(Customers, newSchema);

        var report = await crms.Migrate(Plans.Customers(), partitionRows: 90);

        var keys = await crms.New.All<string>("select source_key from crm_migration.row_fates where run_id = 'run-1'");
        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(report.Counts.Read, keys.Count);
        Assert.Equal(await crms.Old.All<string>("select id::text from old_crm_customers order by id::text collate \"C\""), keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            report.Counts with { Read = 0 },
            await Counted(crms));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Target)]
    public async Task The_cross_reference_gives_the_survivor_of_each_merged_row(string newSchema)
    {
        await using var crms = await Crms.Create(Customers, newSchema);

        await crms.Migrate(Plans.Customers(), partitionRows: 90);

        Assert.Equal(0, await crms.New.One<long>(
            """
            select count(*) from crm_migration.xref
            where status in ('migrated', 'merged') and not exists (select from new_crm_customers as n where n.id::text = target_key)
            """));
        Assert.Equal("5", await crms.New.One<string>("select target_key from crm_migration.xref where source_key = '30' and status = 'merged'"));
        Assert.Equal(["merged 71", "migrated 306", "rejected 23"], await crms.New.All<string>(
            "select status || ' ' || count(*) from crm_migration.xref where entity = 'customers' and source = 'old' group by status order by 1"));
    }

    [Fact]
    public async Task The_cross_reference_follows_the_newest_run()
    {
        await using var crms = await Crms.Create(Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', 'ann@example.com', null), (2, null, null, null)");
        await crms.Migrate(Plans.Customers());

        await crms.Old.Run("update old_crm_customers set name = 'Ann Lee', email = 'ann@example.com' where id = 2");
        await crms.Migrate(Plans.Customers());

        Assert.Equal(["1 migrated 1 run-2", "2 merged 1 run-2"], await crms.New.All<string>(
            "select concat_ws(' ', source_key, status, target_key, run_id) from crm_migration.xref order by source_key"));
    }

    private static async Task<FateCounts> Counted(Crms crms)
    {
        var counts = (await crms.New.All<(string Fate, long Rows)>("select fate, count(*) from crm_migration.row_fates group by fate"))
            .ToDictionary(one => one.Fate, one => one.Rows);
        long Of(string fate) => counts.GetValueOrDefault(fate);
        return new(0, Of("created"), Of("updated"), Of("unchanged"), Of("merged"), Of("rejected"), Of("skipped"));
    }
}
