using CrmMigration.Flow;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Runs;

public class RunsAreAskedToStop
{
    private const string Customers =
        "create table old_crm_customers (id int primary key, name varchar(255), email varchar(255), phone varchar(255)); "
        + "insert into old_crm_customers select i, 'Anna Berg' || i, 'anna' || i || '@example.org', null from generate_series(1, 500) i";

    [Fact]
    public async Task A_paused_run_ends_between_partitions_and_resumes_to_the_same_end()
    {
        await using var crms = await Crms.Create(Customers);

        var answer = await Ask(crms, RunRequest.Pause, "LoadPartition");
        var paused = await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None);
        var report = await InProcess.Run(crms.Engine, Plans.Customers(), new() { RunId = "run-1" }, new(), CancellationToken.None);

        Assert.Equal(StepOutcome.Paused, answer.Outcome);
        Assert.Equal("paused", paused!.State);
        Assert.InRange(paused.PartitionsDone, 1, 9);
        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(500, await crms.New.One<long>("select count(*) from new_crm_customers"));
    }

    [Fact]
    public async Task A_cancelled_run_leaves_nothing_behind_and_cannot_be_resumed()
    {
        await using var crms = await Crms.Create(Customers);

        var answer = await Ask(crms, RunRequest.Cancel, "LoadPartition");

        Assert.Equal(StepOutcome.Cancelled, answer.Outcome);
        Assert.Equal("cancelled", (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!.State);
        Assert.Equal(0, await crms.New.One<long>("select count(*) from pg_class where relname like 'load\\_%' or relname = 'new_crm_customers'"));
        await Assert.ThrowsAnyAsync<InvalidSettingException>(
            () => InProcess.Run(crms.Engine, Plans.Customers(), new() { RunId = "run-1" }, new(), CancellationToken.None));
    }

    [Fact]
    public async Task A_paused_run_that_is_cancelled_leaves_nothing_behind_either()
    {
        await using var crms = await Crms.Create(Customers);
        await Ask(crms, RunRequest.Pause, "LoadPartition");

        var answer = await crms.Engine.Request("NewCrm", "run-1", RunRequest.Cancel, CancellationToken.None);

        Assert.Equal(new RequestAnswer(true, "paused"), answer);
        Assert.Equal("cancelled", (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!.State);
        Assert.Equal(0, await crms.New.One<long>("select count(*) from pg_class where relname like 'load\\_%'"));
    }

    [Fact]
    public async Task A_request_to_a_run_that_has_ended_is_refused_with_its_state()
    {
        await using var crms = await Crms.Create(Customers);
        var report = await crms.Migrate(Plans.Customers());

        var pause = await crms.Engine.Request("NewCrm", report.RunId, RunRequest.Pause, CancellationToken.None);
        var cancel = await crms.Engine.Request("NewCrm", report.RunId, RunRequest.Cancel, CancellationToken.None);

        Assert.Equal(new RequestAnswer(false, "reconciled"), pause);
        Assert.Equal(new RequestAnswer(false, "reconciled"), cancel);
        Assert.Null(await crms.Engine.Request("NewCrm", "nobody", RunRequest.Pause, CancellationToken.None));
    }

    [Fact]
    public async Task A_detached_run_is_worked_for_by_several_processes_and_gives_its_lease_back()
    {
        await using var crms = await Crms.Create(Customers);
        var run = await crms.Engine.Enter(Plans.Customers(), new() { RunId = "run-1", PartitionRows = 50 }, _ => Task.CompletedTask, CancellationToken.None);
        await Assert.ThrowsAnyAsync<InvalidSettingException>(
            () => crms.Engine.Enter(Plans.Customers(), new() { RunId = "run-2" }, _ => Task.CompletedTask, CancellationToken.None));

        await using var pool = new JoinedRuns(crms.Engine, 2);
        var answer = await new ValuePort(pool).Answer(Flows.Migrate, run);

        Assert.Equal((StepOutcome.Done, Verdict.Reconciled), (answer.Outcome, answer.Value!.Verdict));
        await using var next = await crms.Engine.Begin(Plans.Customers(), new() { RunId = "run-2" }, new(), CancellationToken.None);
    }

    // The request comes while the first step of that name is done.
    private static async Task<StepAnswer<RunOutcome>> Ask(Crms crms, RunRequest request, string step)
    {
        await using var run = await crms.Engine.Begin(Plans.Customers(), new() { RunId = "run-1", PartitionRows = 50 }, new(), CancellationToken.None);
        var asked = false;
        var port = new ValuePort(run)
        {
            After = async name =>
            {
                if (name == step && !asked)
                {
                    asked = true;
                    Assert.True((await crms.Engine.Request("NewCrm", "run-1", request, CancellationToken.None))!.Accepted);
                }
            },
        };
        return await port.Answer(Flows.Migrate, run.Ref);
    }
}
