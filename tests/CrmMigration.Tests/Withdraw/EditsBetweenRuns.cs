using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Withdraw;

public class EditsBetweenRuns
{
    private const string Things = "create table things (id int primary key, name text); insert into things select i, 'thing ' || i from generate_series(1, 4) i";

    private const string Target = "create table new_things (id int primary key, name text, note text)";

    private const string Rows = "select concat_ws(' ', id, name, note) from new_things order by id";

    private static readonly MigrationPlan Plan = Plans.Copy("things", "new_things");

    [Fact]
    public async Task Of_a_row_that_the_older_one_created_keep_it_once_the_newer_is_withdrawn()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.Migrate(Plan);
        await crms.New.Run("update new_things set note = 'said' where id = 2");
        await crms.Old.Run("update things set name = 'newer' where id in (2, 3)");
        await crms.Sync(Plan);

        var pass = await crms.Withdraw(Plan, "sync-1");
        var withdrawal = await crms.Withdraw(Plan);

        Assert.Equal((2L, 0L), (pass.Restored, pass.Kept));
        Assert.Equal((3L, 1L), (withdrawal.Removed, withdrawal.Kept));
        Assert.Equal(["2 thing 2 said"], await crms.New.All<string>(Rows));
    }

    [Fact]
    public async Task Of_columns_that_no_run_writes_stay_when_several_passes_are_withdrawn()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.Migrate(Plan);
        await crms.Old.Run("update things set name = 'newer' where id in (2, 3)");
        await crms.Sync(Plan);
        await crms.New.Run("update new_things set note = 'said' where id = 2");
        await crms.Old.Run("update things set name = 'newest' where id in (2, 3)");
        await crms.Sync(Plan);

        await crms.Withdraw(Plan, "sync-2");
        await crms.Withdraw(Plan, "sync-1");
        var after = await crms.New.All<string>(Rows);
        var withdrawal = await crms.Withdraw(Plan);

        Assert.Equal(["1 thing 1", "2 thing 2 said", "3 thing 3", "4 thing 4"], after);
        Assert.Equal((3L, 1L), (withdrawal.Removed, withdrawal.Kept));
        Assert.Equal(["2 thing 2 said"], await crms.New.All<string>(Rows));
    }

    [Fact]
    public async Task That_a_later_run_wrote_over_come_back_and_stay()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.Migrate(Plan);
        await crms.New.Run("update new_things set name = 'edited' where id = 2");
        await crms.Migrate(Plan);

        await crms.Withdraw(Plan, "run-2");
        var withdrawal = await crms.Withdraw(Plan);

        Assert.Equal((3L, 1L), (withdrawal.Removed, withdrawal.Kept));
        Assert.Equal(["2 edited"], await crms.New.All<string>(Rows));
    }

    // The newer pass could not give the value back, as another row has it by now.
    [Fact]
    public async Task Stay_where_the_newer_pass_could_not_be_undone()
    {
        await using var crms = await Crms.Create(Things, "create table new_things (id int primary key, name text unique, note text)");
        await crms.Migrate(Plan);
        await crms.Old.Run("update things set name = 'newer' where id = 2");
        await crms.Sync(Plan);
        await crms.New.Run("update new_things set note = 'said' where id = 2");
        await crms.Old.Run("update things set name = 'newest' where id = 2");
        await crms.Sync(Plan);
        await crms.New.Run("insert into new_things values (100, 'newer', 'in the way')");

        var pass = await crms.Withdraw(Plan, "sync-2");
        await crms.Withdraw(Plan, "sync-1");
        await crms.Withdraw(Plan);

        Assert.Equal(1, pass.Kept);
        Assert.Equal("said", await crms.New.One<string>("select note from new_things where id = 2"));
    }

    [Fact]
    public async Task Of_a_row_whose_older_values_came_back_only_in_part_keep_it_from_the_older_run()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.Migrate(Plan);
        await crms.Old.Run("update things set name = 'newer' where id = 2");
        await crms.Sync(Plan);
        await crms.New.Run("update new_things set note = 'said' where id = 2");

        await crms.Withdraw(Plan, "sync-1");
        await crms.Withdraw(Plan);

        Assert.Equal(["2 thing 2 said"], await crms.New.All<string>(Rows));
    }

    [Fact]
    public async Task Of_rows_that_a_pass_deleted_come_back_and_stay()
    {
        await using var crms = await Crms.Create(Things, Target);
        await crms.Migrate(Plan);
        await crms.New.Run("update new_things set note = 'said' where id = 2");
        await crms.Old.Run("delete from things where id in (2, 3)");
        await crms.Sync(Plan, confirmsDeletes: true);

        await crms.Withdraw(Plan, "sync-1");
        await crms.Withdraw(Plan);

        Assert.Equal(["2 thing 2 said"], await crms.New.All<string>(Rows));
    }

    [Fact]
    public async Task Columns_that_are_added_between_keeps_stay_as_they_are_in_rows_that_were_kept_before()
    {
        await using var crms = await Crms.Create(
            Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Bo Fox', 'bo@example.com', null), (2, null, 'bo@example.com', '+1 212 555 0102'), (3, 'Ann Lee', 'ann@example.com', null)",
            Runs.ResumeAtEveryStep.Target + "; insert into new_crm_customers values (1, 'Bo', 'Fox', 'bo@example.com', null), (3, 'Before', 'All', null, null)");
        await crms.Migrate(Plans.Customers());
        await crms.New.Run("alter table new_crm_customers add rank text default 'plain'");
        await crms.Fix("required.missing", "2", ("name", "Bo Fuchs"));
        await crms.Replay(Plans.Customers());
        Assert.Equal(2, await crms.New.One<long>("select count(*) from crm_migration.earlier_rows"));

        await crms.Withdraw(Plans.Customers());

        Assert.Equal(["1 Bo plain", "3 Before plain"], await crms.New.All<string>("select concat_ws(' ', id, first_name, rank) from new_crm_customers order by id"));
    }

    [Fact]
    public async Task Rows_that_a_run_created_and_wrote_again_count_once_in_a_look_before()
    {
        await using var crms = await Crms.Create(
            Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', 'ann@example.com', null), (2, null, 'ann@example.com', '+1 212 555 0102')", Runs.ResumeAtEveryStep.Target);
        await crms.Migrate(Plans.Customers());
        await crms.Fix("required.missing", "2", ("name", "Ann Leigh"));
        await crms.Replay(Plans.Customers());
        Assert.Equal("+12125550102", await crms.New.One<string>("select phone from new_crm_customers"));

        var look = await crms.Engine.LookAtWithdrawal(Plans.Customers(), "run-1", CancellationToken.None);
        await crms.New.Run("delete from new_crm_customers");
        var withdrawal = await crms.Withdraw(Plans.Customers());

        Assert.Equal((1L, 0L, 0L), (look.Removed, look.Restored, look.Kept));
        Assert.Equal((0L, 0L, 0L), (withdrawal.Removed, withdrawal.Restored, withdrawal.Kept));
    }
}
