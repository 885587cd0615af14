using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync;

public class ConflictsAreTold
{
    private const string Things = "create table things (id int primary key, name text); insert into things select i, 'thing ' || i from generate_series(1, 9) i";

    private const string Target = "create table new_things (id int primary key, name text)";

    // Before the first pass, which is the one to learn what the run wrote, and after it. Where somebody was before, and others are at work in the
    // same cluster, the first pass takes more for edited than is.
    [Theory]
    [InlineData("review", false, "edited", 1)]
    [InlineData("review", true, "edited", 1)]
    [InlineData("target", true, "edited", 1)]
    [InlineData("source", false, "changed", 0)]
    [InlineData("source", true, "changed", 0)]
    public async Task A_row_that_both_sides_changed_goes_by_the_plans_policy(string policy, bool after, string name, long conflicts)
    {
        await using var crms = await Crms.Create(Things, Target);
        var plan = Plan($"\"conflicts\": \"{policy}\"");
        await crms.MigrateQuietly(plan);
        if (after)
        {
            await crms.Sync(plan);
        }

        await crms.New.Run("update new_things set name = 'edited' where id in (3, 4)");
        await crms.Old.Run("update things set name = 'changed' where id in (3, 5)");

        var report = await crms.Sync(plan);

        Replays.AssertReconciled(report);
        Assert.Equal([name, "edited"], await crms.New.All<string>("select name from new_things where id in (3, 4) order by id"));
        if (after)
        {
            Assert.Equal("changed", await crms.New.One<string>("select name from new_things where id = 5"));
            Assert.Equal(conflicts, report.Counts.Conflicts);
        }

        Assert.Equal(conflicts, await crms.New.One<long>("select count(*) from crm_migration.reviews where kind = 'conflict' and source_key = '3'"));
    }

    [Fact]
    public async Task A_row_that_was_deleted_in_the_target_or_changed_there_is_not_written_over_nor_deleted()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.MigrateQuietly(Plan());
        await crms.Sync(Plan());
        await crms.New.Run("delete from new_things where id = 3; update new_things set name = 'edited' where id = 4");
        await crms.Old.Run("update things set name = 'changed' where id = 3; delete from things where id = 4");

        var report = await crms.Sync(Plan());

        Assert.Equal((2, 2), (report.Counts.Read, report.Counts.Conflicts));
        Assert.Equal("edited", await crms.New.One<string>("select string_agg(name, ' ') from new_things where id in (3, 4)"));
    }

    [Fact]
    public async Task A_new_row_does_not_take_the_place_of_one_that_was_made_in_the_target()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.MigrateQuietly(Plan());
        await crms.New.Run("insert into new_things values (10, 'made here')");
        await crms.Old.Run("insert into things values (10, 'new'), (11, 'new')");

        var report = await crms.Sync(Plan());

        Assert.Equal((1, 1), (report.Counts.Created, report.Counts.Rejected));
        Assert.Equal("key.taken", await crms.New.One<string>("select rule from crm_migration.rejects where run_id = 'sync-1' and source_key = '10'"));
        Assert.Equal("made here", await crms.New.One<string>("select name from new_things where id = 10"));
    }

    [Fact]
    public async Task A_value_that_may_be_there_once_is_taken_over_when_the_row_that_had_it_has_left()
    {
        await using var crms = await Crms.Create(Things, "create table new_things (id int primary key, name text unique)");
        await crms.MigrateQuietly(Plan());
        await crms.Old.Run("delete from things where id = 5; insert into things values (10, 'thing 5')");

        var first = await crms.Sync(Plan());
        var second = await crms.Sync(Plan());

        Assert.Equal((1, 1), (first.Counts.Deleted, first.Counts.Rejected));
        Assert.Equal(1, second.Counts.Created);
        Assert.Equal("thing 5", await crms.New.One<string>("select name from new_things where id = 10"));
    }

    [Fact]
    public async Task A_plan_that_writes_other_columns_than_before_is_refused()
    {
        await using var crms = await Crms.Create(Things, Target + "; alter table new_things add other text");
        await crms.MigrateQuietly(Plan());
        await crms.Sync(Plan());

        var refused = await Assert.ThrowsAsync<CrmMigration.Flow.StepFailedException>(
            () => crms.Sync(Plan("\"fields\": [{ \"from\": \"name\", \"to\": \"name\" }, { \"value\": \"x\", \"to\": \"other\" }]")));

        Assert.Contains("Start a new full run", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_replay_wrote_is_known_as_the_products_own()
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, name text); insert into things values (1, 'one'), (2, null)", "create table new_things (id int primary key, name text not null)");
        await crms.MigrateQuietly(Plan());
        await crms.Fix("value.null", null, ("name", "two"));
        await crms.Fix("target.null", null, ("name", "two"));
        await crms.Replay(Plan());
        await crms.Old.Run("update things set name = 'really two' where id = 2");

        var report = await crms.Sync(Plan());

        var refused = await Assert.ThrowsAsync<InvalidSettingException>(() => crms.Replay(Plan()));
        Assert.Contains("followed by a sync", refused.Message, StringComparison.Ordinal);
        Assert.Equal((1, "really two"), (report.Counts.Updated, await crms.New.One<string>("select name from new_things where id = 2")));
    }

    private static MigrationPlan Plan(string more = "") => Plans.Of($$"""
        "things": { "from": { "table": "things", "key": "id" }, "to": { "table": "new_things", "key": "id" }{{(more.Length > 0 ? "," : "")}}{{more}} }
        """);
}
