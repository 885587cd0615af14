using CrmMigration.Runs;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Runs;

public class OneRunOfAPlan
{
    private const string Customers = Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', 'ann@example.com', null)";

    [Theory]
    [InlineData("run-2")]
    [InlineData("run-1")]
    public async Task A_second_run_while_one_works_is_refused_and_names_it(string second)
    {
        await using var crms = await Crms.Create(Customers);
        await using var first = await Begin(crms, "run-1");

        var refusal = await Assert.ThrowsAnyAsync<InvalidSettingException>(() => Begin(crms, second));

        Assert.Contains("run run-1 holds it since", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["run-1"], await crms.New.All<string>("select run_id from crm_migration.runs"));
    }

    [Fact]
    public async Task A_second_run_in_another_process_is_refused_too()
    {
        await using var crms = await Crms.Create(Customers);
        await using var first = await Begin(crms, "run-1");
        using var plans = new WrittenPlans();
        await using var second = ProgramProcess.Start(crms, "run", plans.Write(Plans.Customers()), "--run-id", "run-2");

        var code = await second.Exit();

        Assert.Equal(2, code);
        Assert.Contains("run run-1 holds it since", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_has_ended_frees_its_plan()
    {
        await using var crms = await Crms.Create(Customers);
        await crms.Migrate(Plans.Customers());

        var second = await crms.Migrate(Plans.Customers());

        Assert.Equal(1, second.Counts.Unchanged);
    }

    [Fact]
    public async Task Another_plan_may_run_at_the_same_time()
    {
        await using var crms = await Crms.Create(Customers + "; create table things (id int primary key); insert into things values (1)");
        await using var first = await Begin(crms, "run-1");
        var other = CrmMigration.Plan.PlanReader.Read(Plans.Copy("things", "things", create: true).Json.Replace("\"test\"", "\"other\"", StringComparison.Ordinal));

        var report = await InProcess.Run(crms.Engine, other, new() { RunId = "run-2" }, new(), CancellationToken.None);

        Assert.Equal(1, report.Counts.Created);
    }

    private static Task<MigrationRun> Begin(Crms crms, string run) =>
        crms.Engine.Begin(Plans.Customers(), new() { RunId = run }, new(), CancellationToken.None);
}
