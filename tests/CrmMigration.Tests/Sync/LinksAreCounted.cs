using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync;

/// <summary>A pass compares the source with counts that the server keeps of the links: whatever changes links, they must stay the counts of these.</summary>
public class LinksAreCounted
{
    private static readonly MigrationPlan Plan = PlanWith("propagate");

    [Fact]
    public async Task The_counts_are_those_of_the_links_whatever_changes_these()
    {
        await using var crms = await Crms.Create(Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee', 'ann' || i / 2 || '@example.com', null from generate_series(1, 40) i");
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await Counted(crms, 40);
        await crms.Old.Run("delete from old_crm_customers where id in (7, 8, 20); insert into old_crm_customers values (50, 'Ed Fox', null, null), (51, null, 'x', null); update old_crm_customers set id = 60 where id = 30; update old_crm_customers set phone = '+1 212 555 0102' where id = 9");
        await crms.Sync(Plan, confirmsDeletes: true);
        await Counted(crms, 39);
        await crms.Withdraw(Plan, "sync-2");
        await Counted(crms, 40);
        await crms.Sync(PlanWith("keep"), confirmsDeletes: true);
        await Counted(crms, 39);
        await crms.Verify(PlanWith("keep"));
        await crms.Old.Run("delete from old_crm_customers where id = 40");
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan, confirmsDeletes: true);
        await Counted(crms, 38);

        var nothing = await crms.Sync(Plan);

        Assert.Equal(0, nothing.Counts.Read);
        Assert.Equal(1, await crms.New.One<long>("select count(*) from crm_migration.link_counts"));
    }

    // As after a restore without triggers.
    [Theory]
    [InlineData("update crm_migration.link_counts set hashes = hashes + 7")]
    [InlineData("delete from crm_migration.link_counts")]
    [InlineData("insert into crm_migration.link_counts select * from crm_migration.link_counts")]
    public async Task Counts_that_are_wrong_are_made_anew_and_nothing_is_missed(string damage)
    {
        await using var crms = await Crms.Create(Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee', 'ann' || i || '@example.com', null from generate_series(1, 40) i");
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await crms.New.Run(damage);

        var nothing = await crms.Sync(Plan);
        await Counted(crms, 40);
        await crms.Old.Run("delete from old_crm_customers where id = 8");
        var report = await crms.Sync(Plan);

        Assert.Equal((0, 1), (nothing.Counts.Read, report.Counts.Deleted));
        await Counted(crms, 39);
    }

    private static async Task Counted(Crms crms, long rows)
    {
        var counts = await crms.New.One<string>("select string_agg(concat_ws(' ', set_id, rows, hashes), '; ' order by set_id) from (select set_id, sum(rows) as rows, sum(hashes) as hashes from crm_migration.link_counts group by set_id having sum(rows) <> 0) as one");
        var links = await crms.New.One<string>("select string_agg(concat_ws(' ', set_id, rows, hashes), '; ' order by set_id) from (select set_id, count(*) as rows, sum(hashtextextended(source_key, 0)) as hashes from crm_migration.links where status <> 'left' group by set_id) as one");
        Assert.Equal(links, counts);
        Assert.Equal(rows, await crms.New.One<long>("select count(*) from crm_migration.links where status <> 'left'"));
    }

    private static MigrationPlan PlanWith(string deletes) => Plans.Customers($"\"deletes\": \"{deletes}\"");
}
