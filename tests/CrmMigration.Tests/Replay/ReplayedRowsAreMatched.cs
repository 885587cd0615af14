using CrmMigration.Flow;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Replay;

public class ReplayedRowsAreMatched
{
    private const string Orders = "; create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2)); ";

    private const string Rows = "select t::text from new_crm_customers as t order by id";

    private static readonly MigrationPlan Plan = Plans.CustomersAndOrders();

    [Fact]
    public async Task A_row_joins_the_one_that_is_there_fills_its_gaps_and_its_children_follow()
    {
        await using var crms = await Crms.Create(
            Plans.OwnersTable + Orders + "insert into old_crm_customers values (1, 'Bob Ray', null, '+1 212 555 0101'), (5, 'Ann Lee', 'ann@example.com', null), (2, null, 'ANN@example.com', '+1 212 555 0100');"
                + "insert into old_crm_orders values (10, 1, 1.50), (20, 2, 1.50)");
        await crms.Migrate(Plan);
        await crms.Fix("required.missing", null, ("name", "ann LEE"));

        var report = await crms.Replay(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(["1 created 1", "2 merged 5", "5 created 5"], await crms.Fates("customers"));
        Assert.Equal("5 Ann Lee ann@example.com +12125550100", await crms.New.One<string>("select concat_ws(' ', id, first_name, last_name, email, phone) from new_crm_customers where id = 5"));
        Assert.Equal(5, await crms.New.One<int>("select customer_id from new_crm_orders where id = 20"));
        Assert.Equal(new MergeSummary(1, 1, 2, 0, 1), report.Entities[0].Merges);
        Assert.Equal((2, 2, true), (report.Entities[0].Contents.RowsSent, report.Entities[0].Contents.RowsFound, report.Entities[0].Contents.Agrees));
    }

    [Fact]
    public async Task Rows_join_each_other_under_the_lowest_key()
    {
        await using var crms = await Crms.Create(
            Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Bob Ray', null, null), (7, null, 'ann@example.com', null), (8, null, 'ann@example.com', '+1 212 555 0100'), (9, null, 'other@example.com', null)");
        await crms.Migrate(Plans.Customers());
        await crms.Fix("required.missing", null, ("name", "Ann Lee"));

        var report = await crms.Replay(Plans.Customers());

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(["1 created 1", "7 created 7", "8 merged 7", "9 created 9"], await crms.Fates("customers"));
        Assert.Equal("+12125550100", await crms.New.One<string>("select phone from new_crm_customers where id = 7"));
    }

    [Theory]
    [InlineData("ÅSA ÖBERG", "åsa öberg", true)]
    [InlineData("ΑΝΝΑ ΣΙΜΟΥ", "άννα σίμου", false)]
    [InlineData("Straße Lee", "Strasse Lee", false)]
    public async Task Letters_are_folded_as_they_are_in_a_run(string there, string replayed, bool same)
    {
        await using var crms = await Crms.Create(
            Plans.OwnersTable + $"; insert into old_crm_customers values (1, '{there}', 'x@example.com', null), (2, null, 'x@example.com', null)");
        await using var whole = await Crms.Create(
            Plans.OwnersTable + $"; insert into old_crm_customers values (1, '{there}', 'x@example.com', null), (2, '{replayed}', 'x@example.com', null)");
        await crms.Migrate(Plans.Customers());
        await whole.Migrate(Plans.Customers());
        await crms.Fix("required.missing", null, ("name", replayed));

        await crms.Replay(Plans.Customers());

        Assert.Equal(same ? "2 merged 1" : "2 created 2", (await crms.Fates("customers"))[1]);
        Assert.Equal(await whole.Fates("customers"), await crms.Fates("customers"));
    }

    [Fact]
    public async Task A_padded_column_matches_what_is_not_padded()
    {
        await using var crms = await Crms.Create(
            Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', 'x@example.com', null), (2, null, 'x@example.com', null)",
            "create table new_crm_customers (id int primary key, first_name char(20), last_name char(20), email char(40), phone char(20))");
        await crms.Migrate(Plans.Customers());
        await crms.Fix("required.missing", null, ("name", "Ann Lee"));

        var report = await crms.Replay(Plans.Customers());

        Replays.AssertReconciled(report);
        Assert.Equal(["1 created 1", "2 merged 1"], await crms.Fates("customers"));
    }

    [Fact]
    public async Task A_key_that_too_many_share_is_no_evidence_nor_is_an_absent_value()
    {
        await using var crms = await Crms.Create(
            Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee', 'info@example.com', null from generate_series(1, 4) i;"
                + "insert into old_crm_customers values (10, null, 'info@example.com', null), (11, null, null, null), (12, 'Cy Orr', null, null)");
        var plan = Plans.Customers("\"matchKeyLimit\": 3");
        await crms.Migrate(plan);
        await crms.Fix("required.missing", "10", ("name", "Ann Lee"));
        await crms.Fix("required.missing", "11", ("name", "Cy Orr"));

        await crms.Replay(plan);

        Assert.Equal(["10 created 10", "11 created 11", "12 created 12"], (await crms.Fates("customers"))[4..]);
    }

    [Fact]
    public async Task A_row_that_matches_two_joins_the_lower_and_neither_of_them_moves()
    {
        await using var crms = await Crms.Create(
            Plans.OwnersTable + "; insert into old_crm_customers values (3, 'Ann Lee', null, '+1 212 555 0100'), (4, 'Ann Lee', 'ann@example.com', null), (5, null, 'ann@example.com', '+1 212 555 0100')");
        await crms.Migrate(Plans.Customers());
        await crms.Fix("required.missing", null, ("name", "Ann Lee"));

        var report = await crms.Replay(Plans.Customers());

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(["3 created 3", "4 created 4", "5 merged 3"], await crms.Fates("customers"));
        Assert.Equal("ann@example.com", await crms.New.One<string>("select email from new_crm_customers where id = 3"));
    }

    [Fact]
    public async Task Rows_of_the_target_that_are_not_of_the_run_are_nobodys_duplicate()
    {
        await using var crms = await Crms.Create(
            Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Bob Ray', null, null), (2, null, 'ann@example.com', null)",
            "create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255), phone varchar(255)); insert into new_crm_customers values (900, 'Ann', 'Lee', 'ann@example.com', null)");
        await crms.Migrate(Plans.Customers());
        await crms.Fix("required.missing", null, ("name", "Ann Lee"));

        await crms.Replay(Plans.Customers());

        Assert.Equal("2 created 2", (await crms.Fates("customers"))[1]);
    }

    [Fact]
    public async Task Who_would_join_a_row_that_has_left_the_target_is_loaded_itself()
    {
        await using var crms = await Crms.Create(Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Bob Ray', null, null), (3, 'Ann Lee', 'ann@example.com', null), (5, null, 'ann@example.com', null), (6, null, 'ann@example.com', null)");
        await crms.Migrate(Plans.Customers());
        await crms.Fix("required.missing", null, ("name", "Ann Lee"));
        await using var run = await crms.Engine.BeginReplay(Plans.Customers(), new() { RunId = "run-1" }, new(), CancellationToken.None);

        await ReplayFlows.Replay.Run(
            new SteppedRun(run) { After = step => step == "MatchReplayed" ? crms.New.Run("delete from new_crm_customers where id = 3") : Task.CompletedTask }, run.Ref);

        Assert.Equal(["1 created 1", "3 created 3", "5 created 5", "6 merged 5"], await crms.Fates("customers"));
    }

    [Fact]
    public async Task A_member_takes_the_place_of_one_that_the_target_refuses()
    {
        await using var crms = await Crms.Create(
            Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Bob Ray', null, null), (5, null, 'ann@example.com', null), (6, null, 'ANN@example.com', null), (7, null, 'Ann@example.com', '+1 212 555 0100')",
            "create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255) check (email <> 'ann@example.com'), phone varchar(255))");
        await crms.Migrate(Plans.Customers());
        await crms.Fix("required.missing", null, ("name", "Ann Lee"));

        var report = await crms.Replay(Plans.Customers());

        Replays.AssertReconciled(report);
        Assert.Equal(["1 created 1", "5 rejected", "6 created 6", "7 merged 6"], await crms.Fates("customers"));
        Assert.Equal(["customers 5 target.check"], await crms.Rejects());
    }

    // Rejected rows have the highest keys, and the first row of each person has all that the others are known by, so that nobody's place
    // depends on who came when.
    [Fact]
    public async Task The_end_is_that_of_a_run_of_the_mended_source()
    {
        const string People = Plans.OwnersTable + """
            ; insert into old_crm_customers
            select i, 'Ann Lee' || i % 20, case when i <= 20 or i % 3 > 0 then 'p' || i % 20 || '@example.com' end, case when i <= 20 or i % 3 < 2 then '+1 212 555 01' || 10 + i % 20 end
            from generate_series(1, 120) i
            """;
        await using var crms = await Crms.Create(People + "; update old_crm_customers set name = null where id > 80 or id % 20 = 7");
        await using var whole = await Crms.Create(People);
        await crms.Migrate(Plans.Customers(), partitionRows: 30);
        await whole.Migrate(Plans.Customers(), partitionRows: 50);
        await crms.New.Run("update crm_migration.rejects set fix = jsonb_build_object('name', 'Ann Lee' || source_key::int % 20)");

        var report = await crms.Replay(Plans.Customers());

        Replays.AssertReconciled(report);
        Assert.Equal(await whole.Fates("customers"), await crms.Fates("customers"));
        Assert.Equal(await whole.New.All<string>(Rows), await crms.New.All<string>(Rows));
    }

    [Fact]
    public async Task Who_matches_a_row_that_was_merged_joins_the_one_it_was_merged_into()
    {
        await using var crms = await Crms.Create(
            Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', 'new@example.com', '+1 212 555 0100'), (2, 'Ann Lee', 'old@example.com', '+1 212 555 0100'), (3, null, 'old@example.com', null)");
        await crms.Migrate(Plans.Customers(), partitionRows: 1);
        await crms.Fix("required.missing", null, ("name", "Ann Lee"));

        Replays.AssertReconciled(await crms.Replay(Plans.Customers()));

        Assert.Equal(["1 created 1", "2 merged 1", "3 merged 1"], await crms.Fates("customers"));
    }
}
