using CrmMigration.Flow;
using CrmMigration.Runs;
using CrmMigration.Tests.Http;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Runs;

/// <summary>A worker process takes part in a run that others work for too; the run's end, or its next holder, is elsewhere.</summary>
public class WorkersLeaveRuns
{
    private const string Customers = Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee', 'ann' || i || '@example.com', null from generate_series(1, 20) i";

    private const string SessionsOfWorkers = "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'crm-migration'";

    private readonly BeatingClock clock = new();

    [Fact]
    public async Task A_step_at_work_is_broken_off_when_another_holder_takes_the_run()
    {
        await using var crms = await Crms.Create(Customers);
        var run = await Enter(crms);
        await using var worker = Worker(crms);
        await worker.Answer(Steps.PrepareRun, run, CancellationToken.None);
        await using var held = await HeldTable.Hold(crms.Old);
        var atWork = worker.Answer(Steps.PartitionEntity, new EntityRef(run, "customers"), CancellationToken.None);
        await Until(() => crms.Old.One<bool>("select exists (select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database()))"));

        await TakeOver(crms);
        clock.Beat();
        var answer = await atWork.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(StepOutcome.LeaseLost, answer.Outcome);
    }

    [Fact]
    public async Task A_worker_without_a_step_closes_its_sessions_when_another_holder_takes_the_run()
    {
        await using var crms = await Crms.Create(Customers);
        var run = await Enter(crms);
        await using var worker = Worker(crms);
        await worker.Answer(Steps.PrepareRun, run, CancellationToken.None);
        Assert.NotEqual(0, await crms.New.One<long>(SessionsOfWorkers));

        await TakeOver(crms);
        clock.Beat();

        await Until(async () => await crms.New.One<long>(SessionsOfWorkers) == 0);
    }

    [Fact]
    public async Task A_worker_does_not_renew_the_lease_of_a_run_that_another_one_completed()
    {
        await using var crms = await Crms.Create(Customers);
        var run = await Enter(crms);
        await using var idle = Worker(crms);
        await idle.Answer(Steps.PrepareRun, run, CancellationToken.None);
        await using (var other = new JoinedRuns(crms.Engine, 2))
        {
            await new ValuePort(other).Answer(Flows.Migrate, run);
        }

        clock.Beat();
        await Until(async () => await crms.New.One<long>(SessionsOfWorkers) == 0);

        await crms.Engine.Enter(Plans.Customers(), new() { RunId = "run-2" }, _ => Task.CompletedTask, CancellationToken.None);
    }

    private static Task<RunRef> Enter(Crms crms) =>
        crms.Engine.Enter(Plans.Customers(), new() { RunId = "run-1" }, _ => Task.CompletedTask, CancellationToken.None);

    private static Task TakeOver(Crms crms) => crms.New.Run("update crm_migration.leases set fence = fence + 1");

    private JoinedRuns Worker(Crms crms) => new(crms.EngineOf(clock), 2);

    private static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
