using CrmMigration.Cli.Runner;
using CrmMigration.Flow;
using CrmMigration.Plan;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using CrmMigration.Tests.Sync;
using Xunit;

namespace CrmMigration.Tests.Withdraw;

public class WithdrawalsThatBreakOff
{
    private const int Sigkill = 128 + 9;

    private static readonly string[] Tables = ["new_crm_customers", "new_crm_orders"];

    private static readonly MigrationPlan Plan = Plans.CustomersAndOrders();

    [Fact]
    public async Task That_of_a_pass_is_done_again_after_any_step_to_the_same_end()
    {
        await using var crms = await Crms.Create(PassesThatBreakOff.Old);
        await crms.Migrate(Plan);
        await crms.Sync(Plan);
        var before = (await crms.HashOfAll(Tables), await crms.HashOfLinks());
        await crms.Old.Run(PassesThatBreakOff.Changes);

        // Every other one, as each is a migration of its own.
        var step = -1;
        for (var brokeOff = true; brokeOff;)
        {
            var pass = (await crms.Sync(Plan)).RunId;

            brokeOff = await BreakOff(crms, pass, step += 2);
            await AssertState(crms, pass, brokeOff);
            await crms.Withdraw(Plan, pass);

            Assert.Equal(before, (await crms.HashOfAll(Tables), await crms.HashOfLinks()));
        }

        Assert.InRange(step, 6, 30);
    }

    [Fact]
    public async Task That_of_a_full_run_too()
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, ResumeAtEveryStep.Target + "; insert into new_crm_customers values (1, 'Before', 'All', null, null)");
        var before = await crms.HashOfAll(Tables);

        // Every other one, as each is a migration of its own.
        var step = 0;
        for (var brokeOff = true; brokeOff;)
        {
            var run = (await crms.Migrate(Plan, partitionRows: 4)).RunId;

            brokeOff = await BreakOff(crms, run, step += 2);
            await AssertState(crms, run, brokeOff);
            var withdrawal = await crms.Withdraw(Plan, run);

            Assert.Equal((1L, 0L), (withdrawal.Restored, withdrawal.Kept));
            Assert.Equal(before, await crms.HashOfAll(Tables));
        }

        Assert.InRange(step, 8, 30);
    }

    [Theory]
    [InlineData("before 3")]
    [InlineData("after 4")]
    [InlineData("after 7")]
    public async Task A_killed_process_is_followed_by_another(string death)
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, ResumeAtEveryStep.Target);
        var before = await crms.HashOfAll(Tables);
        await crms.Migrate(Plan, partitionRows: 4);

        await using (var host = ProgramProcess.Start(crms, "CrmMigration.CrashHost.dll", ["withdraw", "run-1", death.Split(' ')[1], death.Split(' ')[0]]))
        {
            Assert.Equal(Sigkill, await host.Exit());
        }

        await AssertState(crms, "run-1", half: true);
        await crms.Withdraw(Plan);

        Assert.Equal(before, await crms.HashOfAll(Tables));
    }

    [Fact]
    public async Task Nothing_else_of_the_plan_begins_before_its_end()
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema);
        await crms.Migrate(Plan);
        await using (var run = await crms.Engine.BeginWithdrawal(Plan, new() { RunId = "run-1" }, new(), CancellationToken.None))
        {
            using var stop = new CancellationTokenSource();
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => InProcessRunner.Withdraw(run, stop.Token));
        }

        var refused = await Assert.ThrowsAsync<CrmMigration.Withdraw.HalfWithdrawnException>(() => crms.Migrate(Plan));
        var resumed = await Assert.ThrowsAsync<InvalidSettingException>(() => crms.Migrate(Plan, new RunOptions { RunId = "run-1" }));
        var replayed = await Assert.ThrowsAsync<InvalidSettingException>(() => crms.Replay(Plan));

        Assert.Equal("Run run-1 of the same plan is half withdrawn. Bring that to its end first: crm-migrate withdraw run-1", refused.Message);
        Assert.Contains("was withdrawn", resumed.Message, StringComparison.Ordinal);
        Assert.Contains("has been withdrawn", replayed.Message, StringComparison.Ordinal);
    }

    // Whether it broke off: there is no step of that number before the end.
    private static async Task<bool> BreakOff(Crms crms, string runId, int step)
    {
        await using var run = await crms.Engine.BeginWithdrawal(Plan, new() { RunId = runId }, new(), CancellationToken.None);
        var (left, over) = (step, false);
        var port = new SteppedRun(run)
        {
            After = name =>
            {
                over |= name == "CompleteWithdrawal";
                return --left == 0 && !over ? throw new OperationCanceledException() : Task.CompletedTask;
            },
        };
        return await Record.ExceptionAsync(() => WithdrawFlows.Withdraw.Run(port, run.Ref)) is OperationCanceledException;
    }

    private static async Task AssertState(Crms crms, string runId, bool half)
    {
        var status = (await crms.Engine.Status("NewCrm", runId, CancellationToken.None))!;
        Assert.Equal(half ? "half-withdrawn" : "withdrawn", status.State);
        Assert.Contains(half ? $"Go on with: crm-migrate withdraw {runId}" : "The run was withdrawn at", status.Remarks[0], StringComparison.Ordinal);
    }
}
