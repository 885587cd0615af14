using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Verify;

public class RepairsMakeEqual
{
    private static readonly MigrationPlan Plan = DifferencesAreFound.Plan;

    private const string Damage = """
        update new_crm_customers set email = 'other@example.com' where id = 3; update new_crm_customers set phone = null where id = 1;
        delete from new_crm_customers where id = 5; delete from new_crm_orders where id = 60; update new_crm_orders set amount = 0 where id = 40;
        insert into new_crm_customers (id, first_name, last_name) values (500, 'Made', 'Here')
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_repair_makes_equal_what_differs_and_the_next_look_finds_nothing(bool deep)
    {
        await using var crms = await DifferencesAreFound.Migrated(synchronized: true);
        var expected = await HashOf(crms);
        await crms.New.Run(Damage);

        var report = await crms.Verify(Plan, deep, repairs: true);

        Replays.AssertReconciled(report);
        Assert.Equal("2 equal 2 differing 1 missing 1 merged 1 rejected 3 repaired", report.Counts("customers"));
        Assert.Equal(expected, await HashOf(crms));
        Assert.Equal((2, 3), (report.Counts.Created, report.Counts.Updated));
        Replays.AssertReconciled(await crms.Verify(Plan, deep: false));
        Replays.AssertReconciled(await crms.Verify(Plan, deep: true));
        Assert.Equal("Made", await crms.New.One<string>("select first_name from new_crm_customers where id = 500"));
    }

    [Fact]
    public async Task A_repair_can_be_taken_back()
    {
        await using var crms = await DifferencesAreFound.Migrated(synchronized: true);
        await crms.New.Run(Damage);
        var edited = await HashOf(crms);
        await crms.Verify(Plan, repairs: true);

        var withdrawal = await crms.Withdraw(Plan, "verify-1");

        Assert.Equal(0, withdrawal.Kept);
        Assert.Equal(edited, await HashOf(crms));
        Assert.Equal(Verdict.NotReconciled, (await crms.Verify(Plan)).Verdict);
    }

    [Fact]
    public async Task A_repair_brings_no_more_than_what_was_found()
    {
        await using var crms = await DifferencesAreFound.Migrated(synchronized: true);
        await crms.New.Run("update new_crm_customers set email = 'other@example.com' where id = 3");
        await crms.Old.Run("update old_crm_customers set email = 'later@example.com' where id = 4; delete from old_crm_orders where id = 30; insert into old_crm_customers values (7, 'Gus Ray', 'gus@example.com', null)");

        var report = await crms.Verify(Plan, repairs: true);
        var between = await crms.New.One<string>("select string_agg(email, ' ' order by id) from new_crm_customers where id in (3, 4, 7)");
        var pass = await crms.Sync(Plan);

        // The order that left is extra, and a repair takes it out.
        Assert.Equal((2, 1), (report.Counts.Read, report.Counts.Deleted));
        Assert.Equal("cy@example.com di@example.com", between);
        Assert.Equal((1, 1), (pass.Counts.Created, pass.Counts.Updated));
        Replays.AssertReconciled(await crms.Verify(Plan));
    }

    [Theory]
    [InlineData("review")]
    [InlineData("target")]
    public async Task A_conflict_that_a_pass_kept_is_overruled_by_a_repair(string policy)
    {
        await using var crms = await Crms.Create("create table things (id int primary key, name text); insert into things select i, 'thing ' || i from generate_series(1, 9) i", "create table new_things (id int primary key, name text)");
        var plan = Plans.Of($$"""
            "things": { "from": { "table": "things", "key": "id" }, "to": { "table": "new_things", "key": "id" }, "conflicts": "{{policy}}" }
            """);
        await crms.Migrate(plan);
        await crms.Sync(plan);
        await crms.New.Run("update new_things set name = 'edited' where id = 3");
        await crms.Old.Run("update things set name = 'changed' where id = 3");
        await crms.Sync(plan);
        await crms.Verify(plan);

        var report = await crms.Verify(plan, repairs: true);

        Assert.Equal(["things 3 differing: name"], await crms.Differences());
        Replays.AssertReconciled(report);
        Assert.Equal("changed", await crms.New.One<string>("select name from new_things where id = 3"));
    }

    [Fact]
    public async Task Rows_that_a_changed_plan_can_map_by_now_arrive_by_a_repair()
    {
        await using var crms = await DifferencesAreFound.Migrated(synchronized: true);
        await crms.New.Run("alter table new_crm_customers alter last_name drop not null");
        var plan = PlanReader.Read(Plan.Json.Replace("\"required\": [\"last_name\"],", "", StringComparison.Ordinal));
        await crms.Verify(plan);

        var report = await crms.Verify(plan, repairs: true);

        Assert.Contains("customers 9 missing", await crms.Differences());
        Replays.AssertReconciled(report);
        Assert.Equal(9, await crms.New.One<int>("select customer_id from new_crm_orders where id = 90"));
    }

    [Fact]
    public async Task What_a_repair_cannot_mend_stays_a_difference()
    {
        await using var crms = await DifferencesAreFound.Migrated(synchronized: true);
        await crms.New.Run("update new_crm_customers set email = 'other@example.com' where id = 3; alter table new_crm_customers add check (email <> 'cy@example.com')");

        var report = await crms.Verify(Plan, repairs: true);

        Assert.Equal(Verdict.NotReconciled, report.Verdict);
        Assert.Equal(["customers 3 differing: email"], await crms.Differences());
    }

    [Fact]
    public async Task A_verification_that_repairs_and_breaks_off_after_any_step_is_carried_on_to_the_same_end()
    {
        var (expected, steps) = await Repaired(breakAfter: null);
        var results = new List<string>();

        // After the last but one the run has ended.
        // Every fourth one, as each is a migration of its own.
        for (var step = 1; step < steps - 1; step += 4)
        {
            results.Add((await Repaired(step)).Result);
        }

        Assert.InRange(steps, 20, 60);
        Assert.All(results, result => Assert.Equal(expected, result));
    }

    private static async Task<(string Result, int Steps)> Repaired(int? breakAfter)
    {
        await using var crms = await DifferencesAreFound.Migrated(synchronized: false);
        await crms.New.Run(Damage);
        var steps = await Verifying.UntilBroken(crms, Plan, breakAfter);
        if (breakAfter is not null)
        {
            await crms.Migrate(Plan, new RunOptions { RunId = "verify-1", Parallel = 2 });
        }

        var report = (await crms.Engine.Report("NewCrm", "verify-1", CancellationToken.None))!;
        Replays.AssertReconciled(report);
        return ($"{await HashOf(crms)} {report.Counts("customers")} {report.Counts("orders")} {report.Counts}", steps);
    }

    private static async Task<string> HashOf(Crms crms) => $"{await crms.HashOf("(select * from new_crm_customers where id < 500)")} {await crms.HashOf("new_crm_orders")}";
}
