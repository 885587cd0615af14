using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Replay;

public class ReplaysThatAreRefused
{
    private const string Old = Plans.OwnersTable + "; insert into old_crm_customers select i, case when i % 3 > 0 then 'Ann Lee' || i end, null, null from generate_series(1, 9) i";

    private static readonly MigrationPlan Plan = Plans.Customers();

    [Fact]
    public async Task A_run_that_is_not_finished_is_resumed_first()
    {
        await using var crms = await Crms.Create(Old);
        await using (var run = await crms.Engine.Begin(Plan, new() { RunId = "run-1" }, new(), CancellationToken.None))
        {
            await run.Stop();
        }

        Assert.Equal("Run run-1 is not finished (stopped). Carry it on with 'crm-migrate resume run-1', then replay its rejected rows.", await Refusal(crms));
    }

    [Fact]
    public async Task A_run_that_does_not_reconcile_is_looked_into_first()
    {
        await using var crms = await Crms.Create(Old);
        await SteppedRun.Migrate(crms, Plan, new() { RunId = "run-1" }, step => step == "CompleteEntity" ? crms.New.Run("delete from new_crm_customers where id = 1") : Task.CompletedTask);

        Assert.Contains("does not reconcile (not-reconciled)", await Refusal(crms), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_runs_the_newest_is_replayed()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan);
        await crms.Migrate(Plan);

        Assert.Contains("Run run-2 of the same plan was started after run-1", await Refusal(crms), StringComparison.Ordinal);
        Assert.Equal(3, (await crms.Replay(Plan, run: "run-2")).Counts.Rejected);
    }

    [Fact]
    public async Task A_rehearsal_has_nothing_to_replay_and_stands_in_no_runs_way()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan);
        await crms.Migrate(Plan, new RunOptions { RunId = "try", Mode = RunMode.Rehearsal });

        var refused = await Assert.ThrowsAnyAsync<InvalidSettingException>(() => crms.Replay(Plan, run: "try"));
        await crms.Replay(Plan);

        Assert.Contains("was a rehearsal", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_at_work_holds_the_plan()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan);
        await using var first = await crms.Engine.BeginReplay(Plan, new() { RunId = "run-1" }, new(), CancellationToken.None);

        var second = await Assert.ThrowsAnyAsync<InvalidSettingException>(() => crms.Replay(Plan));
        var run = await Assert.ThrowsAnyAsync<InvalidSettingException>(() => crms.Migrate(Plan));
        var status = (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!;

        Assert.Contains("is at work already", second.Message, StringComparison.Ordinal);
        Assert.Contains("is at work already", run.Message, StringComparison.Ordinal);
        Assert.Equal("replaying", status.State);
        Assert.StartsWith("A replay of rejected rows is at work since", status.Remarks[0], StringComparison.Ordinal);
    }

    private static async Task<string> Refusal(Crms crms) => (await Assert.ThrowsAnyAsync<InvalidSettingException>(() => crms.Replay(Plan))).Message;
}
