using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Withdraw;

public class EditedRowsStay
{
    private const string Things = "create table things (id int primary key, name text, email text); insert into things select i, 'thing ' || i, 'e' || i from generate_series(1, 12) i";

    private const string Target = """
        create table new_things (id int primary key, name text, email text unique, note text);
        insert into new_things select i, 'before ' || i, 'b' || i from generate_series(1, 4) i
        """;

    private const string Edited = "It was changed in the target since it was written.";

    private static readonly MigrationPlan Plan = Plans.Copy("things", "new_things");

    [Fact]
    public async Task Whatever_was_changed_in_them_and_all_others_are_undone()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.Migrate(Plan);
        await crms.New.Run("""
            update new_things set name = 'edited' where id in (1, 5);
            update new_things set note = 'said' where id in (2, 6);
            delete from new_things where id in (3, 7)
            """);

        var withdrawal = await crms.Withdraw(Plan);

        Assert.Equal((5L, 1L, 5L), (withdrawal.Removed, withdrawal.Restored, withdrawal.Kept));
        Assert.Equal(
            [$"new_things 1 updated {Edited}", $"new_things 2 updated {Edited}", "new_things 3 updated It was deleted in the target since it was written.", $"new_things 5 created {Edited}", $"new_things 6 created {Edited}"],
            await crms.Kept());
        Assert.Equal(["1 edited", "2 thing 2 said", "4 before 4", "5 edited", "6 thing 6 said"], await crms.New.All<string>("select concat_ws(' ', id, name, note) from new_things order by id"));
    }

    [Fact]
    public async Task Where_the_sync_knows_what_was_written_other_columns_may_have_been_changed()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.Migrate(Plan);
        await crms.Sync(Plan);
        await crms.New.Run("update new_things set note = 'said' where id in (2, 6)");

        var withdrawal = await crms.Withdraw(Plan);

        Assert.Equal([$"new_things 6 created {Edited}"], await crms.Kept());
        Assert.Equal((7L, 4L), (withdrawal.Removed, withdrawal.Restored));
        Assert.Equal("2 before 2 b2 said", await crms.New.One<string>("select concat_ws(' ', id, name, email, note) from new_things where id = 2"));
    }

    [Fact]
    public async Task Who_edits_them_back_has_them_withdrawn_by_the_next_try()
    {
        await using var crms = await Crms.Create(Things, "create table new_things (id int primary key, name text, email text)");
        await crms.Migrate(Plan);
        await crms.Sync(Plan);
        await crms.New.Run("update new_things set name = 'edited' where id = 5");
        var refused = await crms.Withdraw(Plan);
        var after = await crms.New.One<long>("select count(*) from new_things");
        await crms.New.Run("update new_things set name = 'thing 5' where id = 5");

        var withdrawal = await crms.Withdraw(Plan);

        Assert.Equal((1L, 1L), (refused.Kept, after));
        Assert.Equal((12L, 0L, 0L), (withdrawal.Removed, withdrawal.Kept, await crms.New.One<long>("select count(*) from new_things")));
        Assert.Empty(await crms.Kept());
    }

    [Theory]
    [InlineData("")]
    [InlineData("on delete cascade")]
    [InlineData("on delete set null")]
    public async Task A_row_that_others_refer_to_stays_with_them_until_they_are_gone(string action)
    {
        await using var crms = await Crms.Create(Things, Target + $"; create table notes (id int primary key, thing_id int constraint of_thing references new_things {action})");
        await crms.Migrate(Plan);
        await crms.New.Run("insert into notes values (1, 5), (2, 1)");

        var withdrawal = await crms.Withdraw(Plan);
        var notes = await crms.New.One<long>("select count(*) from notes where thing_id is not null");
        await crms.New.Run("delete from notes where id = 1");
        var again = await crms.Withdraw(Plan);

        Assert.Equal(("5", "created", "Rows of notes refer to it (constraint of_thing)."), withdrawal.FirstKept.Select(row => (row.Key, row.Kind, row.Reason)).Single());
        Assert.Equal(2, notes);
        Assert.Equal((8L, 4L, 0L), (again.Removed, again.Restored, again.Kept));
        Assert.Equal(4, await crms.New.One<long>("select count(*) from new_things where name like 'before%'"));
    }

    [Theory]
    [InlineData("on delete cascade")]
    [InlineData("on delete set null")]
    public async Task A_row_that_rows_refer_to_which_stay_for_others_stays_too(string action)
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, parent int); insert into things values (1, null), (2, 1), (3, 2), (4, null)",
            $"create table new_things (id int primary key, parent int constraint of_parent references new_things {action})");
        await crms.Migrate(Plan);
        await crms.New.Run("insert into new_things values (100, 3)");

        var withdrawal = await crms.Withdraw(Plan);

        Assert.Equal((1L, 3L), (withdrawal.Removed, withdrawal.Kept));
        Assert.Equal(["1 ", "2 1", "3 2", "100 3"], await crms.New.All<string>("select id || ' ' || coalesce(parent::text, '') from new_things order by id"));
    }

    [Fact]
    public async Task A_value_that_must_be_unique_and_is_taken_by_now_keeps_the_row_that_needs_it()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.Migrate(Plan);
        await crms.New.Run("insert into new_things values (100, 'new', 'b2')");

        var withdrawal = await crms.Withdraw(Plan);

        Assert.Equal("2 Another row of the target has the same value where the constraint new_things_email_key allows it once.", withdrawal.FirstKept.Select(row => $"{row.Key} {row.Reason}").Single());
        Assert.Equal((8L, 3L), (withdrawal.Removed, withdrawal.Restored));
    }

    [Fact]
    public async Task Unique_values_that_went_from_row_to_row_go_back_whatever_the_partitions()
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, name text, email text); insert into things values (1, 'a', 'x1'), (2, 'b', 'b1'), (3, 'c', 'b2'), (4, 'd', 'b3'), (5, 'e', 'b4')", Target);
        var before = await crms.HashOf("new_things");
        await crms.Migrate(Plan, partitionRows: 1);
        Assert.Equal(5, await crms.New.One<long>("select count(*) from new_things where email in ('x1', 'b1', 'b2', 'b3', 'b4')"));

        var withdrawal = await crms.Withdraw(Plan);

        Assert.Equal(0, withdrawal.Kept);
        Assert.Equal(before, await crms.HashOf("new_things"));
    }

    [Fact]
    public async Task A_row_that_a_pass_deleted_is_not_brought_back_over_another()
    {
        await using var crms = await Crms.Create(Things, "create table new_things (id int primary key, name text, email text)");
        await crms.Migrate(Plan);
        await crms.Old.Run("delete from things where id in (3, 4)");
        await crms.Sync(Plan);
        await crms.New.Run("insert into new_things values (3, 'new', 'n')");

        var withdrawal = await crms.Withdraw(Plan, "sync-1");

        Assert.Equal((1L, "3"), (withdrawal.BroughtBack, withdrawal.FirstKept.Single().Key));
        Assert.Equal(["3 new", "4 thing 4"], await crms.New.All<string>("select id || ' ' || name from new_things where id in (3, 4) order by id"));
    }

    [Fact]
    public async Task A_row_of_a_pass_that_stays_is_a_conflict_for_the_next_one()
    {
        await using var crms = await Crms.Create(Things, "create table new_things (id int primary key, name text, email text)");
        await crms.Migrate(Plan);
        await crms.Old.Run("update things set name = 'newer' where id in (1, 2); insert into things values (20, 'twenty')");
        await crms.Sync(Plan);
        await crms.New.Run("update new_things set name = 'edited' where id in (1, 20)");

        var withdrawal = await crms.Withdraw(Plan, "sync-1");
        await crms.Sync(Plan);

        Assert.Equal(2, withdrawal.Kept);
        Assert.Equal(["1 conflict 1", "2 updated 2", "20 conflict 20"], await crms.Fates("things", "sync-2"));
        Assert.Equal(["edited", "newer", "edited"], await crms.New.All<string>("select name from new_things where id in (1, 2, 20) order by id"));
    }

    [Fact]
    public async Task A_look_before_says_the_same_and_writes_nothing()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.Migrate(Plan);
        await crms.New.Run("update new_things set name = 'edited' where id in (1, 5)");
        var before = await crms.HashOf("new_things");

        var look = await crms.Engine.LookAtWithdrawal(Plan, "run-1", CancellationToken.None);
        var after = await crms.HashOf("new_things");
        var state = (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!.State;
        var withdrawal = await crms.Withdraw(Plan);

        Assert.Equal((before, "reconciled"), (after, state));
        Assert.Equal((withdrawal.Removed, withdrawal.Restored, withdrawal.Kept), (look.Removed, look.Restored, look.Kept));
        Assert.Equal(withdrawal.FirstKept.OrderBy(row => row.Key), look.FirstKept.OrderBy(row => row.Key));
    }
}
