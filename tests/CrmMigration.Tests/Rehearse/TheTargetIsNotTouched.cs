using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Rehearse;

public class TheTargetIsNotTouched
{
    private const int Sigkill = 128 + 9;

    [Theory]
    [InlineData("")]
    [InlineData(ResumeAtEveryStep.Target)]
    [InlineData(UsedTarget.Tables)]
    public async Task By_a_rehearsal_to_its_end(string newSchema)
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, newSchema);
        var before = await UsedTarget.Traces(crms);

        var rehearsal = await crms.Rehearse(Plans.CustomersAndOrders());

        Assert.Equal(Verdict.Reconciled, rehearsal.Verdict);
        Assert.Equal(before, await UsedTarget.Traces(crms));
        Assert.Equal(0, await crms.New.One<int>("select count(*) from crm_migration.row_fates") + await crms.New.One<int>("select count(*) from crm_migration.xref"));
        Assert.Equal(0, await crms.New.One<int>("select count(*) from crm_migration.rejects") + await crms.New.One<int>("select count(*) from crm_migration.corrections"));
    }

    [Theory]
    [InlineData("", "after 1", "after 5", "before 12")]
    [InlineData(UsedTarget.Tables, "before 7", "after 9", "before 16")]
    public async Task By_a_rehearsal_that_is_killed_and_replaced_or_resumed(string newSchema, params string[] deaths)
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, newSchema);
        var before = await UsedTarget.Traces(crms);
        var expected = RehearsalsTellWhatRunsDo.Told(await crms.Rehearse(Plans.CustomersAndOrders(), 4));

        foreach (var (death, id) in deaths.Select((death, i) => (death.Split(' '), $"dead-{i}")))
        {
            using var plans = new WrittenPlans();
            await using var host = ProgramProcess.Start(
                crms, "CrmMigration.CrashHost.dll", [plans.Write(Plans.CustomersAndOrders()), id, death[1], death[0], "rehearsal"]);
            Assert.Equal(Sigkill, await host.Exit());
            Assert.Equal(Rows(before), Rows(await UsedTarget.Traces(crms)));

            var resumed = await InProcess.Run(crms.Engine, Plans.CustomersAndOrders(), new() { RunId = id, Parallel = 2 }, new(), CancellationToken.None);

            Assert.Equal(expected, RehearsalsTellWhatRunsDo.Told(resumed));
            Assert.Equal(before, await UsedTarget.Traces(crms));
        }
    }

    [Theory]
    [InlineData(RunMode.Rehearsal)]
    [InlineData(RunMode.Full)]
    public async Task What_a_killed_rehearsal_left_is_dropped_by_the_next_one_or_by_a_run(RunMode next)
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema);
        using var plans = new WrittenPlans();
        await using var host = ProgramProcess.Start(crms, "CrmMigration.CrashHost.dll", [plans.Write(Plans.CustomersAndOrders()), "dead", "5", "after", "rehearsal"]);
        Assert.Equal(Sigkill, await host.Exit());
        Assert.Equal(1, await LoadTables(crms));

        await crms.Migrate(Plans.CustomersAndOrders(), new RunOptions { RunId = "next", Mode = next });

        Assert.Equal(0, await LoadTables(crms));
        var dead = (await crms.Engine.Status("NewCrm", "dead", CancellationToken.None))!;
        Assert.Equal(("failed", "Given up: run next of the same plan was started after it."), (dead.State, dead.Failure));
        Assert.Equal(["The rehearsal was given up for run next. The target's tables are as they were, and what it had loaded is gone."], dead.Remarks);
    }

    [Fact]
    public async Task By_a_rehearsal_that_is_cancelled()
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, UsedTarget.Tables);
        var before = await UsedTarget.Traces(crms);
        await using (var run = await crms.Engine.Begin(Plans.CustomersAndOrders(), new() { RunId = "r", Mode = RunMode.Rehearsal }, new(), CancellationToken.None))
        {
            var port = new SteppedRun(run) { After = name => name == "PublishPartition" ? throw new OperationCanceledException() : Task.CompletedTask };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CrmMigration.Flow.Flows.Migrate.Run(port, run.Ref));
        }

        var answer = await crms.Engine.Request("NewCrm", "r", RunRequest.Cancel, CancellationToken.None);

        Assert.True(answer!.Accepted);
        Assert.Equal(before, await UsedTarget.Traces(crms));
    }

    private static Task<int> LoadTables(Crms crms) => crms.New.One<int>("select count(*) from pg_tables where schemaname = 'crm_migration' and tablename like 'load\\_%'");

    // While a rehearsal lies about, so does its table.
    private static string Rows(string traces) => string.Join('\n', traces.Split('\n').Where(line => !line.StartsWith("load_", StringComparison.Ordinal)));
}
