using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Sync;

public class ChangesArrive
{
    private const string Old =
        Plans.OwnersTable + """
        ; create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2), currency char(3));
        insert into old_crm_customers values
          (1, 'Ann Lee', 'ann@example.com', null), (2, null, 'two@example.com', null), (3, 'Cy Orr', 'cy@example.com', null);
        insert into old_crm_orders values (10, 1, 1.25, 'USD'), (20, 2, 2.50, 'USD'), (30, 3, 4.00, 'EUR')
        """;

    private static readonly MigrationPlan Plan = Plans.CustomersAndOrders();

    [Fact]
    public async Task A_pass_brings_what_was_inserted_and_updated_and_nothing_else()
    {
        await using var crms = await Crms.Create(Old);
        await crms.MigrateQuietly(Plan);
        await crms.Old.Run("""
            update old_crm_customers set email = 'New@EXAMPLE.com' where id = 3;
            insert into old_crm_customers values (4, ' DI   POE ', 'di@example.com', null);
            insert into old_crm_orders values (40, 4, 8.10, 'EUR')
            """);

        var report = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(new FateCounts(3, 2, 1, 0, 0, 0, 0), report.Counts);
        Assert.Equal(["3 Cy Orr New@example.com", "4 Di Poe di@example.com"], await crms.New.All<string>("select concat_ws(' ', id, first_name, last_name, email) from new_crm_customers where id > 2 order by id"));
        Assert.Equal(["3 updated 3", "4 created 4"], await crms.Fates("customers", "sync-1"));
        Assert.Equal(["1 migrated 1", "2 rejected", "3 migrated 3", "4 migrated 4"], await crms.Xref("customers"));
        Assert.Equal([("EUR", "8.10", "8.10", true)], report.Entities[1].Totals.Select(total => (total.Group!, total.Read, total.Loaded, total.Agrees)));
    }

    [Fact]
    public async Task A_pass_over_what_has_not_changed_writes_no_row()
    {
        await using var crms = await Crms.Create(Old);
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        var before = await crms.New.One<string>("select string_agg(xmin::text, ' ' order by id) from new_crm_customers");

        var report = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(report.Counts.Read, report.Counts.Unchanged + report.Counts.Rejected);
        Assert.Equal(before, await crms.New.One<string>("select string_agg(xmin::text, ' ' order by id) from new_crm_customers"));
    }

    [Fact]
    public async Task An_update_that_changes_nothing_writes_nothing()
    {
        await using var crms = await Crms.Create(Old);
        await crms.MigrateQuietly(Plan);
        await crms.Old.Run("update old_crm_orders set amount = amount");
        var before = await crms.New.One<string>("select string_agg(xmin::text, ' ' order by id) from new_crm_orders");

        var report = await crms.Sync(Plan);

        Assert.Equal((2, 1), (report.Counts.Unchanged, report.Counts.Rejected));
        Assert.Equal(before, await crms.New.One<string>("select string_agg(xmin::text, ' ' order by id) from new_crm_orders"));
    }

    [Fact]
    public async Task A_transaction_that_was_open_during_a_pass_arrives_with_the_next()
    {
        await using var crms = await Crms.Create(Old);
        await crms.MigrateQuietly(Plan);
        await using var late = await crms.Old.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await late.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Run(late, "insert into old_crm_customers values (5, 'Ed Fox', 'ed@example.com', null)");
        await Run(late, "savepoint one; update old_crm_customers set email = 'late@example.com' where id = 1; release savepoint one");
        await crms.Old.Run("insert into old_crm_customers values (6, 'Fay Gil', 'fay@example.com', null)");
        await crms.Sync(Plan);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        var report = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(["1 late@example.com", "5 ed@example.com", "6 fay@example.com"], await crms.New.All<string>("select id || ' ' || email from new_crm_customers where id in (1, 5, 6) order by id"));
    }

    [Fact]
    public async Task What_changed_while_the_full_run_was_at_work_arrives_with_the_first_pass()
    {
        await using var crms = await Crms.Create(Old);
        await using var late = await crms.Old.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await late.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Run(late, "insert into old_crm_customers values (5, 'Ed Fox', 'ed@example.com', null)");
        await crms.MigrateQuietly(Plan);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        await crms.Sync(Plan);

        Assert.Equal("ed@example.com", await crms.New.One<string>("select email from new_crm_customers where id = 5"));
    }

    [Fact]
    public async Task A_rejected_row_that_was_mended_at_the_source_arrives_and_its_children_come_along()
    {
        await using var crms = await Crms.Create(Old);
        await crms.MigrateQuietly(Plan);
        await crms.Old.Run("update old_crm_customers set name = 'Bob Ray' where id = 2");

        var report = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(["2 created 2"], await crms.Fates("customers", "sync-1"));
        Assert.Equal(["20 created 20"], await crms.Fates("orders", "sync-1"));
    }

    [Fact]
    public async Task A_migrated_order_that_was_given_to_a_customer_who_comes_later_follows_with_that_one()
    {
        await using var crms = await Crms.Create(Old);
        await crms.MigrateQuietly(Plan);
        await crms.Old.Run("update old_crm_orders set customer_id = 2 where id = 10");
        await crms.Sync(Plan);
        await crms.Old.Run("update old_crm_customers set name = 'Bob Ray' where id = 2");

        await crms.Sync(Plan);

        Assert.Equal(2, await crms.New.One<int>("select customer_id from new_crm_orders where id = 10"));
    }

    [Fact]
    public async Task The_new_crm_numbers_its_rows_behind_those_that_a_pass_brought()
    {
        await using var crms = await Crms.Create(
            "create table things (id int generated by default as identity primary key, name text); insert into things (name) values ('one')",
            "create table new_things (id int generated by default as identity primary key, name text)");
        var plan = Plans.Copy("things", "new_things");
        await crms.MigrateQuietly(plan);
        await crms.Old.Run("insert into things values (500, 'far')");

        await crms.Sync(plan);

        Assert.Equal(501, await crms.New.One<int>("insert into new_things (name) values ('own') returning id"));
    }

    [Fact]
    public async Task A_row_that_can_no_longer_be_mapped_keeps_its_last_good_version_in_the_target()
    {
        await using var crms = await Crms.Create(Old);
        await crms.MigrateQuietly(Plan);
        await crms.Old.Run("update old_crm_customers set name = null where id = 1");

        var report = await crms.Sync(Plan);

        Assert.Equal(1, report.Counts.Rejected);
        Assert.Equal("Lee", await crms.New.One<string>("select last_name from new_crm_customers where id = 1"));
        Assert.Equal("1 migrated 1", (await crms.Xref("customers"))[0]);
    }

    [Fact]
    public async Task A_sync_needs_a_full_run_that_is_reconciled()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Engine.Begin(Plan, new() { RunId = "run-1" }, new(), CancellationToken.None).ContinueWith(run => run.Result.DisposeAsync().AsTask(), TaskScheduler.Default).Unwrap();

        var unfinished = await Assert.ThrowsAsync<CrmMigration.Sync.NothingToSyncException>(() => crms.Sync(Plan));

        Assert.Contains("run-1 is not finished", unfinished.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_pass_reads_grows_with_what_changed()
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, name text); insert into things select i, 'thing ' || i from generate_series(1, 4000) i", "create table new_things (id int primary key, name text)");
        var plan = Plans.Copy("things", "new_things");
        await crms.MigrateQuietly(plan);
        await crms.Old.Run("update things set name = name || '!' where id <= 10");
        await crms.Sync(plan);
        await crms.Old.Run("update things set name = name || '?' where id <= 3000");

        var before = await Read(crms);
        await crms.Sync(plan);

        Assert.InRange(await Read(crms) - before, 3_000, 3_000 * 30);

        // A session tells what it read when it has ended.
        static async Task<long> Read(Crms crms)
        {
            while (await crms.New.One<bool>("select exists (select from pg_stat_activity where datname = current_database() and application_name = 'crm-migration')"))
            {
                await Task.Delay(20);
            }

            return await crms.New.One<long>("select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint from pg_stat_user_tables where schemaname = 'crm_migration'");
        }
    }

    private static async Task Run(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
