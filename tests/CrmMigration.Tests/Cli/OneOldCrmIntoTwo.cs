using CrmMigration.Tests.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Cli;

public sealed class OneOldCrmIntoTwo : IAsyncLifetime
{
    private static readonly string Plan = Repository.File("plans/examples/two-targets.json");

    private Crms crms = null!;
    private TestDatabase insights = null!;

    public async ValueTask InitializeAsync() => (crms, insights) = (await Crms.Create(TwoOldCrms.West), await TestDatabase.Create());

    public async ValueTask DisposeAsync()
    {
        await crms.DisposeAsync();
        await insights.DisposeAsync();
    }

    [Fact]
    public async Task One_command_fills_both_and_each_keeps_its_own_books()
    {
        await using var run = Start("run", Plan, "--run-id", "X");

        Assert.Equal((0, true), (await run.Exit(), run.Error.Contains("Target insights: reconciled, run X.insights", StringComparison.Ordinal)));
        Assert.Equal(["one-old-crm.crm X.crm reconciled"], await Runs(crms.New));
        Assert.Equal(["one-old-crm.insights X.insights reconciled"], await Runs(insights));
        Assert.Equal(("Ann Lee", 12L), (await crms.New.One<string>("select first_name || ' ' || last_name from customers where id = 1"), await crms.New.One<long>("select count(*) from orders")));
        Assert.Equal(("***@example.com", 12L), (await insights.One<string>("select email from customers where id = 2"), await insights.One<long>("select count(*) from sales")));
    }

    [Fact]
    public async Task One_that_does_not_reconcile_fails_the_command_and_not_the_other()
    {
        await crms.New.Run(
            """
            create table orders (id int primary key, customer_id int, amount numeric(12,2), currency char(3));
            create function spoil() returns trigger language plpgsql as 'begin new.amount := 0; return new; end';
            create trigger spoiling before insert on orders for each row execute function spoil()
            """);

        await using var run = Start("run", Plan, "--run-id", "X");

        Assert.Equal(1, await run.Exit());
        Assert.Equal(["one-old-crm.crm X.crm not-reconciled"], await Runs(crms.New));
        Assert.Equal(["one-old-crm.insights X.insights reconciled"], await Runs(insights));
        Assert.Contains("Target crm: failed, or not reconciled, run X.crm", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_begins_when_one_of_them_cannot()
    {
        await insights.Run("create table sales (id int primary key, amount text)");

        await using var run = Start("run", Plan);

        Assert.Equal((2, true), (await run.Exit(), run.Error.Contains("\"amount\" is numeric(12,2) in the source and \"amount\" is text in the target", StringComparison.Ordinal)));
        Assert.False(await crms.New.One<bool>("select exists (select from pg_tables where tablename = 'customers')"));
    }

    [Fact]
    public async Task One_target_can_be_run_and_resumed_by_itself()
    {
        await using var check = Start("check", Plan);
        Assert.Equal((0, 2), (await check.Exit(), check.Output.Split("agrees with both schemas").Length - 1));
        await using var rehearsal = Start("rehearse", Plan, "--target", "insights", "--run-id", "R");
        Assert.Equal(0, await rehearsal.Exit());
        await using var run = Start("run", Plan, "--target", "insights", "--run-id", "Y");
        Assert.Equal(0, await run.Exit());
        await using var report = Start("report", "Y");
        Assert.Equal((0, true), (await report.Exit(), report.Output.Contains("one-old-crm.insights", StringComparison.Ordinal)));
        await using var wrong = Start("run", Plan, "--target", "insight");

        Assert.Equal((2, true), (await wrong.Exit(), wrong.Error.Contains("expected one of the plan's targets: crm, insights", StringComparison.Ordinal)));
        Assert.False(await crms.New.One<bool>("select exists (select from pg_namespace where nspname = 'crm_migration')"));
        Assert.Equal(["one-old-crm.insights R reconciled", "one-old-crm.insights Y reconciled"], await Runs(insights));
    }

    private static Task<List<string>> Runs(TestDatabase target) => target.All<string>("select concat_ws(' ', plan, run_id, state) from crm_migration.runs order by run_id");

    private ProgramProcess Start(params string[] arguments) =>
        ProgramProcess.Start(crms, new Dictionary<string, string> { ["ConnectionStrings__Insights"] = insights.ConnectionString }, arguments);
}
