using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync.Log;

public sealed class ChangesByLog
{
    private const string ReadByLog = "select passes_by_column from crm_migration.link_sets";

    [Fact]
    public async Task Inserts_updates_deletes_and_changed_keys_arrive_and_what_was_rolled_back_does_not()
    {
        await using var source = await LoggedSource.Create(LoggedSource.Things);
        var (crms, plan) = (source.Crms, source.PlanOf());
        await LoggedSource.Started(crms, plan);
        await crms.Old.Run("insert into things values (101, 'new'); update things set name = 'changed' where id = 3; delete from things where id = 5; update things set id = 107 where id = 7");
        await crms.Old.Run("begin; update things set name = 'never'; rollback");
        await crms.Old.Run("insert into things values (108, 'gone at once'); delete from things where id = 108; delete from things where id = 9; insert into things values (9, 'again')");

        var report = await crms.Sync(plan);
        var next = await crms.Sync(plan);

        Replays.AssertReconciled(report);
        Assert.Empty(report.Remarks);
        Assert.Equal((2, 2, 2), (report.Counts.Created, report.Counts.Updated, report.Counts.Deleted));
        Assert.Equal(0, next.Counts.Read);
        Assert.True(report.Lag!.IsExact);
        Assert.Equal(2, await crms.New.One<int>(ReadByLog));
        Assert.Empty(await Differences.Between(crms, "things", "new_things"));
    }

    [Fact]
    public async Task A_transaction_that_was_open_during_a_pass_arrives_with_the_next()
    {
        await using var source = await LoggedSource.Create(LoggedSource.Things);
        var (crms, plan) = (source.Crms, source.PlanOf());
        await LoggedSource.Started(crms, plan);
        await using var late = await crms.Old.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await late.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new Npgsql.NpgsqlCommand("update things set name = 'late' where id = 1; savepoint one; delete from things where id = 2; release savepoint one", late))
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await crms.Old.Run("update things set name = 'early' where id = 3");
        var pass = await crms.Sync(plan);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await crms.Sync(plan);

        Assert.Equal(1, pass.Counts.Updated);
        Assert.Equal(2, await crms.New.One<int>(ReadByLog));
        Assert.Empty(await Differences.Between(crms, "things", "new_things"));
    }

    [Fact]
    public async Task The_slot_moves_on_with_the_pass_after_the_one_that_read_it()
    {
        await using var source = await LoggedSource.Create(LoggedSource.Things);
        var (crms, plan) = (source.Crms, source.PlanOf());
        await LoggedSource.Started(crms, plan);
        await crms.Old.Run("update things set name = 'changed' where id = 3");
        await crms.Sync(plan);
        var read = await crms.New.One<string>("select log_position::text from crm_migration.link_sets");
        var before = await source.Confirmed();

        await crms.Sync(plan);

        Assert.NotEqual(read, before);
        Assert.Equal(read, await source.Confirmed());
    }

    [Fact]
    public async Task An_emptied_table_is_looked_at_as_a_whole()
    {
        await using var source = await LoggedSource.Create(LoggedSource.Things);
        var (crms, plan) = (source.Crms, source.PlanOf());
        await LoggedSource.Started(crms, plan);
        await crms.Old.Run("truncate things; insert into things values (1, 'only')");

        var report = await crms.Sync(plan, confirmsDeletes: true);

        Assert.Equal((1, 99), (report.Counts.Updated, report.Counts.Deleted));
        Assert.Contains(report.Remarks, remark => remark.Contains("went by the horizon", StringComparison.Ordinal));
        Assert.Empty(await Differences.Between(crms, "things", "new_things"));
        Assert.Equal(0, await crms.New.One<int>(ReadByLog));
    }

    // It is the check before a pass that refuses a slot that was dropped; one that is in use, or that the server gave up, is found by the pass.
    [Fact]
    public async Task A_slot_that_cannot_be_read_costs_a_scan_and_loses_nothing()
    {
        await using var source = await LoggedSource.Create(LoggedSource.Things);
        var (crms, plan) = (source.Crms, source.PlanOf());
        await LoggedSource.Started(crms, plan);
        await crms.Old.Run("update things set name = 'changed' where id = 3; delete from things where id = 5");
        await source.MakeUnreadable();

        var report = await crms.Sync(plan);
        var next = await crms.Sync(plan);
        await crms.Old.Run("update things set name = 'by the log' where id = 4");
        await crms.Sync(plan);

        Assert.Contains("cannot be read", Assert.Single(report.Remarks), StringComparison.Ordinal);
        Assert.Equal((1, 1), (report.Counts.Updated, report.Counts.Deleted));
        Assert.Empty(next.Remarks);
        Assert.Equal(1, await crms.New.One<int>(ReadByLog));
        Assert.Empty(await Differences.Between(crms, "things", "new_things"));
    }

    [Fact]
    public async Task Every_third_pass_goes_by_the_horizon_where_the_plan_says_so()
    {
        await using var source = await LoggedSource.Create(LoggedSource.Things);
        var (crms, plan) = (source.Crms, source.PlanOf(", \"horizonEvery\": 3"));
        await LoggedSource.Started(crms, plan);
        await crms.Old.Run("update things set name = 'untold' where id = 3; delete from things where id = 5");
        await crms.New.Run($"update crm_migration.link_sets set log_position = '{await crms.Old.One<string>("select pg_current_wal_insert_lsn()::text")}'");

        var (second, third, fourth) = (await crms.Sync(plan), await crms.Sync(plan), await crms.Sync(plan));

        Assert.Equal((0, 0), (second.Counts.Read, third.Counts.Read));
        Assert.Equal((1, 1), (fourth.Counts.Updated, fourth.Counts.Deleted));
        Assert.Empty(await Differences.Between(crms, "things", "new_things"));
    }

    // The log tells of it neither as a truncation nor as deletes.
    [Fact]
    public async Task A_partition_that_was_emptied_or_taken_off_sends_the_pass_to_the_horizon()
    {
        await using var source = await LoggedSource.Create("""
            create table things (id int primary key, name text) partition by range (id);
            create table low partition of things for values from (1) to (6); create table high partition of things for values from (6) to (100);
            insert into things select i, 'thing ' || i from generate_series(1, 20) i
            """);
        var (crms, plan) = (source.Crms, source.PlanOf());
        await LoggedSource.Started(crms, plan);
        await crms.Old.Run("update things set name = 'changed' where id = 7");
        await crms.Sync(plan);
        var byLog = await crms.New.One<int>(ReadByLog);
        await crms.Old.Run("truncate low");

        var report = await crms.Sync(plan, confirmsDeletes: true);

        Assert.Equal((1, 5), (byLog, report.Counts.Deleted));
        Assert.Empty(await Differences.Between(crms, "things", "new_things"));
    }
}
