using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync;

public class DeletesArrive
{
    private const string Things = "create table things (id int primary key, name text, amount numeric); insert into things select i, 'thing ' || i, i from generate_series(1, 40) i";

    private const string Target = "create table new_things (id int primary key, name text, amount numeric, gone_at timestamptz)";

    [Fact]
    public async Task A_row_that_has_left_the_source_leaves_the_target_and_may_come_back_with_other_data()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.MigrateQuietly(Plan());
        await crms.Old.Run("delete from things where id in (3, 40)");

        var report = await crms.Sync(Plan());
        await crms.Old.Run("insert into things values (3, 'again', 3)");
        var back = await crms.Sync(Plan());

        Replays.AssertReconciled(report);
        Assert.Equal((2, 2), (report.Counts.Read, report.Counts.Deleted));
        Replays.AssertReconciled(back);
        Assert.Equal(["3 created 3"], await crms.Fates("things", "sync-2"));
        Assert.Equal(["39", "again"], await crms.New.All<string>("select count(*)::text from new_things union all select name from new_things where id = 3"));
    }

    [Theory]
    [InlineData("on delete cascade")]
    [InlineData("on delete set null")]
    public async Task A_row_that_would_take_rows_of_others_along_stays_until_they_are_gone(string action)
    {
        await using var crms = await Crms.Create(
            Things, Target + $"; create table notes (id int primary key, thing_id int constraint of_thing references new_things {action})");
        await crms.MigrateQuietly(Plan());
        await crms.New.Run("insert into notes values (1, 3)");
        await crms.Old.Run("delete from things where id in (3, 40)");

        var report = await crms.Sync(Plan());
        var notes = await crms.New.One<long>("select count(*) from notes where thing_id = 3");
        var things = await crms.New.One<long>("select count(*) from new_things");
        var reason = await crms.New.One<string>("select reason from crm_migration.rejects where reason like '%of_thing%'");
        await crms.New.Run("delete from notes");
        await crms.Sync(Plan());

        Replays.AssertReconciled(report);
        Assert.Equal((1L, 39L, 38L), (notes, things, await crms.New.One<long>("select count(*) from new_things")));
        Assert.Equal("Rows of notes refer to it, and would be deleted or changed with it (constraint of_thing).", reason);
    }

    [Fact]
    public async Task It_can_be_marked_instead_and_the_mark_is_taken_off_when_it_comes_back()
    {
        await using var crms = await Crms.Create(Things, Target);
        var plan = Plan("\"deletes\": { \"mark\": \"gone_at\" }");
        await crms.MigrateQuietly(plan);
        await crms.Old.Run("delete from things where id = 3");
        await crms.Sync(plan);
        var marked = await crms.New.All<int>("select id from new_things where gone_at is not null");
        var again = await crms.Sync(plan);
        await crms.Old.Run("insert into things values (3, 'again', 3)");

        var back = await crms.Sync(plan);

        Assert.Equal([3], marked);
        Assert.Equal(0, again.Counts.Deleted);
        Replays.AssertReconciled(back);
        Assert.Equal("again true", await crms.New.One<string>("select name || ' ' || (gone_at is null) from new_things where id = 3"));
    }

    [Fact]
    public async Task Or_kept()
    {
        await using var crms = await Crms.Create(Things, Target);
        var plan = Plan("\"deletes\": \"keep\"");
        await crms.MigrateQuietly(plan);
        await crms.Old.Run("delete from things");

        var report = await crms.Sync(plan);

        Replays.AssertReconciled(report);
        Assert.Equal((40, 40), (report.Counts.Deleted, await crms.New.One<long>("select count(*) from new_things")));
        Assert.Equal("left", await crms.New.One<string>("select distinct status from crm_migration.xref"));
    }

    [Fact]
    public async Task An_emptied_source_does_not_empty_the_target_unless_that_is_confirmed()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.MigrateQuietly(Plan());
        await crms.Old.Run("delete from things");

        var refused = await Assert.ThrowsAsync<CrmMigration.Flow.StepFailedException>(() => crms.Sync(Plan()));
        var before = await crms.New.One<long>("select count(*) from new_things");
        var report = await crms.Sync(Plan(), confirmsDeletes: true);

        Assert.Contains("40 rows of 40 are gone", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--confirm-deletes", refused.Message, StringComparison.Ordinal);
        Assert.Equal((40, 0), (before, await crms.New.One<long>("select count(*) from new_things")));
        Replays.AssertReconciled(report);
    }

    [Fact]
    public async Task Children_go_before_their_parents()
    {
        await using var crms = await Crms.Create(
            "create table parents (id int primary key, name text); create table children (id int primary key, parent_id int references parents); "
                + "insert into parents select i, 'p' || i from generate_series(1, 9) i; insert into children select i * 10, i from generate_series(1, 9) i",
            "create table parents (id int primary key, name text); create table children (id int primary key, parent_id int references parents)");
        var plan = Plans.Of("""
            "children": { "from": { "table": "children", "key": "id" }, "to": { "table": "children", "key": "id" }, "references": { "parent_id": "parents" } },
            "parents": { "from": { "table": "parents", "key": "id" }, "to": { "table": "parents", "key": "id" } }
            """);
        await crms.MigrateQuietly(plan);
        await crms.Old.Run("delete from children where parent_id = 5; delete from parents where id = 5; insert into parents values (10, 'p10'); insert into children values (100, 10)");

        var report = await crms.Sync(plan);

        Replays.AssertReconciled(report);
        Assert.Equal((2, 2, 0), (report.Counts.Deleted, report.Counts.Created, report.Counts.Rejected));
        Assert.Equal(0, await crms.New.One<long>("select (select count(*) from parents where id = 5) + (select count(*) from children where id = 50)"));
    }

    [Fact]
    public async Task A_row_that_something_in_the_target_still_needs_stays_and_says_so()
    {
        await using var crms = await Crms.Create(Things, Target + "; create table notes (thing_id int references new_things)");
        await crms.MigrateQuietly(Plan());
        await crms.New.Run("insert into notes values (3)");
        await crms.Old.Run("delete from things where id in (3, 4)");

        var report = await crms.Sync(Plan());

        Assert.Equal((1, 1), (report.Counts.Deleted, report.Counts.Rejected));
        Assert.Equal("3 target.no-parent", await crms.New.One<string>("select source_key || ' ' || rule from crm_migration.rejects where run_id = 'sync-1'"));
    }

    private static MigrationPlan Plan(string more = "") => Plans.Of($$"""
        "things": { "from": { "table": "things", "key": "id" }, "to": { "table": "new_things", "key": "id" }{{(more.Length > 0 ? "," : "")}}{{more}} }
        """);
}
