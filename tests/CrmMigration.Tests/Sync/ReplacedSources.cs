using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync;

public class ReplacedSources
{
    // What a pass noted of the source is what another cluster, or this one before it was restored, would have left there.
    [Theory]
    [InlineData("update crm_migration.link_sets set origin = '1/2/elsewhere', horizon = horizon + 1000000", "another database")]
    [InlineData("update crm_migration.link_sets set horizon = horizon + 1000000", "restored")]
    [InlineData("update crm_migration.link_sets set horizon = horizon - 2200000000", "than rows can tell apart")]
    public async Task All_rows_are_compared_and_the_report_says_so(string noted, string why)
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, name text); insert into things select i, 'thing ' || i from generate_series(1, 9) i", "create table new_things (id int primary key, name text)");
        var plan = Plans.Copy("things", "new_things");
        await crms.MigrateQuietly(plan);
        await crms.Sync(plan);
        await crms.Old.Run("update things set name = 'changed' where id = 3");
        await crms.New.Run(noted);

        var report = await crms.Sync(plan);
        var next = await crms.Sync(plan);

        Replays.AssertReconciled(report);
        Assert.Equal((9, 1, 8), (report.Counts.Read, report.Counts.Updated, report.Counts.Unchanged));
        Assert.Contains(why, Assert.Single(report.Remarks), StringComparison.Ordinal);
        Assert.Empty(next.Remarks);
        Assert.Equal("changed", await crms.New.One<string>("select name from new_things where id = 3"));
    }

    // Their versions are older than the horizon: a horizon alone would never tell of them.
    [Fact]
    public async Task Rows_that_were_loaded_aside_arrive_when_their_partition_is_attached()
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, name text) partition by range (id); create table low partition of things for values from (1) to (10); insert into things select i, 'thing ' || i from generate_series(1, 9) i",
            "create table new_things (id int primary key, name text)");
        var plan = Plans.Copy("things", "new_things");
        await crms.MigrateQuietly(plan);
        await crms.Old.Run("create table high (id int primary key, name text); insert into high select i, 'thing ' || i from generate_series(10, 15) i");
        await crms.Sync(plan);
        await crms.Sync(plan);
        await crms.Old.Run("alter table things attach partition high for values from (10) to (20)");

        var report = await crms.Sync(plan);

        Replays.AssertReconciled(report);
        Assert.Equal(6, report.Counts.Created);
        Assert.Empty(await Differences.Between(crms, "things", "new_things"));
    }
}
