using System.Text.Json;
using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Withdraw;

public class EarlierRowsAreKept
{
    private const string Things = "create table things (id int primary key, name text); insert into things values (1, 'same'), (2, 'new'), (3, 'created')";

    private const string Target = """
        create table new_things (id int primary key, name text, note text, at timestamptz default 'infinity', ratio float8, amount numeric, raw bytea, doc json, list int[], span interval,
          twice text generated always as (name || name) stored);
        insert into new_things values (1, 'same');
        insert into new_things values (2, 'old', '', '0044-03-15 12:00:00+00 BC', '0.1', 'NaN', '\x00ff', 'null', '[5:6]={7,NULL}', '1 mon 2 days')
        """;

    private static readonly MigrationPlan Plan = Plans.Copy("things", "new_things");

    [Fact]
    public async Task A_row_that_is_written_over_is_kept_with_all_its_columns_and_no_other_is()
    {
        await using var crms = await Crms.Create(Things, Target);

        await crms.Migrate(Plan);

        Assert.Equal(["2 updated"], await Kept(crms));
        var earlier = JsonDocument.Parse((await crms.New.One<string>("select earlier::text from crm_migration.earlier_rows"))!).RootElement;
        Assert.Equal(
            "id=2 name=old note= ratio=0.1 amount=NaN raw=\\x00ff doc=null list=[5:6]={7,NULL} span=1 mon 2 days",
            string.Join(' ', earlier.EnumerateObject().Where(one => one.Name != "at").Select(one => $"{one.Name}={one.Value}")));
        Assert.EndsWith("BC", earlier.GetProperty("at").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_writes_of_a_run_the_first_counts()
    {
        await using var crms = await Crms.Create(Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', 'ann@example.com', null), (2, null, 'ann@example.com', '+1 212 555 0102')",
            ResumeAtEveryStep.Target + "; insert into new_crm_customers values (1, 'Before', 'All', null, null)");
        await crms.Migrate(Plans.Customers());
        await crms.Fix("required.missing", "2", ("name", "Ann Leigh"));

        await crms.Replay(Plans.Customers());

        Assert.Equal("+12125550102", await crms.New.One<string>("select phone from new_crm_customers"));
        Assert.Equal("Before", await crms.New.One<string>("select earlier ->> 'first_name' from crm_migration.earlier_rows"));
    }

    [Fact]
    public async Task What_somebody_writes_while_the_run_waits_for_the_row_is_what_is_kept()
    {
        await using var crms = await Crms.Create(Things, Target);
        await using var other = await crms.New.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var edit = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Execute(other, "update new_things set note = 'edited' where id = 2");
        var run = crms.Migrate(Plan);
        while (!await crms.New.One<bool>("select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"))
        {
            Assert.False(run.IsCompleted);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        // This one was as the run wants it when it looked.
        await Execute(other, "update new_things set name = 'other', note = 'too' where id = 1");
        await edit.CommitAsync(TestContext.Current.CancellationToken);
        Replays.AssertReconciled(await run);

        Assert.Equal(["1 other too", "2 old edited"], await crms.New.All<string>(
            "select concat_ws(' ', target_key, earlier ->> 'name', earlier ->> 'note') from crm_migration.earlier_rows order by 1"));
    }

    [Fact]
    public async Task A_row_that_somebody_inserts_while_the_run_waits_is_not_one_that_it_created()
    {
        await using var crms = await Crms.Create(Things, Target);
        await using var other = await crms.New.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var edit = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Execute(other, "insert into new_things (id, name) values (3, 'his')");
        var run = crms.Migrate(Plan);
        while (!await crms.New.One<bool>("select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"))
        {
            Assert.False(run.IsCompleted);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await edit.CommitAsync(TestContext.Current.CancellationToken);
        Replays.AssertReconciled(await run);
        await crms.Withdraw(Plan);

        Assert.Equal("his", await crms.New.One<string>("select name from new_things where id = 3"));
    }

    [Fact]
    public async Task A_rehearsal_keeps_none()
    {
        await using var crms = await Crms.Create(Things, Target);

        await crms.Rehearse(Plan);

        Assert.Empty(await Kept(crms));
    }

    [Fact]
    public async Task A_pass_keeps_what_it_writes_over_deletes_and_marks()
    {
        await using var crms = await Crms.Create(Things + "; insert into things select i, 'thing' from generate_series(4, 9) i", Target + "; alter table new_things add gone_at timestamptz");
        var plan = Plans.Of("""
            "things": { "from": { "table": "things", "key": "id" }, "to": { "table": "new_things", "key": "id" }, "deletes": { "mark": "gone_at" } }
            """);
        await crms.Migrate(plan);
        await crms.Old.Run("update things set name = 'newer' where id = 3; delete from things where id = 4; insert into things values (10, 'ten')");

        await crms.Sync(plan);
        await crms.Sync(Plan);
        await crms.Old.Run("delete from things where id = 5");
        await crms.Sync(Plan);

        Assert.Equal(["sync-1 3 updated created", "sync-1 4 updated thing", "sync-3 5 deleted thing"], await crms.New.All<string>(
            """
            select concat_ws(' ', run_id, target_key, kind, earlier ->> 'name')
            from crm_migration.earlier_rows join crm_migration.entities using (entity_id) where run_id like 'sync%' order by 1
            """));
        Assert.Equal(["10 ", "3 migrated", "4 migrated", "5 migrated"], await crms.New.All<string>("select source_key || ' ' || coalesce(status, '') from crm_migration.earlier_links order by source_key"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(ResumeAtEveryStep.Target)]
    public async Task Every_row_is_known_by_the_transaction_that_wrote_it_last(string newSchema)
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, newSchema);
        await crms.Migrate(Plans.CustomersAndOrders(), partitionRows: 4);
        await crms.Fix("required.missing", "3", ("name", "Xan Ray"));
        await AssertAllKnown(crms);

        await crms.Replay(Plans.CustomersAndOrders());
        await AssertAllKnown(crms);

        await crms.Old.Run("update old_crm_customers set name = 'Di Pan' where id = 7; update old_crm_orders set amount = 99 where id = 6; insert into old_crm_customers values (20, 'New One', null, null)");
        await crms.Sync(Plans.CustomersAndOrders());
        await AssertAllKnown(crms);
    }

    private static async Task AssertAllKnown(Crms crms) => Assert.Equal((0, true), (
        await crms.New.One<long>(
            """
            select count(*) from (select xmin as writer from new_crm_customers union all select xmin from new_crm_orders) as written
            where writer::text::bigint not in (select unnest(transactions) from crm_migration.partitions)
            """),
        await crms.New.One<bool>("select count(*) > 3 from new_crm_customers")));

    private static Task<List<string>> Kept(Crms crms) => crms.New.All<string>("select target_key || ' ' || kind from crm_migration.earlier_rows order by 1");

    private static async Task Execute(Npgsql.NpgsqlConnection connection, string statement)
    {
        await using var command = new Npgsql.NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
