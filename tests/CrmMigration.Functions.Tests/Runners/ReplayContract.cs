using CrmMigration.Flow;
using CrmMigration.Reconcile;
using CrmMigration.Replay;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Functions.Tests.Runners;

/// <summary>What every runner owes a replay of rejected rows. Faults come from the server, so that the runners are the real ones.</summary>
public abstract class ReplayContract
{
    private const string Customers =
        "create table old_crm_customers (id int primary key, name varchar(255), email varchar(255), phone varchar(255)); "
        + "insert into old_crm_customers select i, case when i % 4 > 0 then 'Anna Berg' || i % 90 end, 'anna' || i % 90 || '@example.org', null from generate_series(1, 200) i";

    private const string Result = "select md5(string_agg(t::text, '|' order by t::text)) from (select source_key, fate, target_key from crm_migration.row_fates) as t";

    /// <summary>Replays the rejected rows of run-1 and gives the flow's answer.</summary>
    private protected abstract Task<StepAnswer<ReplayOutcome>> Replay(Crms crms);

    [Fact]
    public async Task The_end_is_the_same_whatever_runs_the_flow()
    {
        await using var crms = await Fixed();
        await using var other = await Fixed();
        await other.Replay(Plans.Customers());

        var answer = await Replay(crms);

        Assert.Equal((StepOutcome.Done, Verdict.Reconciled), (answer.Outcome, answer.Value!.Verdict));
        Assert.Equal(await other.New.One<string>(MigrationContract.Hash), await crms.New.One<string>(MigrationContract.Hash));
        Assert.Equal(await other.New.One<string>(Result), await crms.New.One<string>(Result));
        Assert.Equal(0, (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!.Counts.Rejected);
    }

    [Theory]
    [InlineData("replay_keys", Trap.Conflict)]
    [InlineData("replay_merges", Trap.Death)]
    [InlineData("ledger", Trap.Death)]
    public async Task A_step_that_meets_a_fault_that_passes_is_tried_again_until_it_is_done(string table, string fault)
    {
        await using var crms = await Fixed();
        await using var other = await Fixed();
        await other.Replay(Plans.Customers());
        await Trap.Set(crms, table, fault, 2);

        var answer = await Replay(crms);

        Assert.Equal((StepOutcome.Done, null), (answer.Outcome, answer.Reason));
        Assert.InRange(await Trap.Seen(crms), 3, long.MaxValue);
        Assert.Equal(await other.New.One<string>(Result), await crms.New.One<string>(Result));
    }

    [Fact]
    public async Task A_step_that_cannot_be_done_fails_the_replay_and_leaves_the_run_as_it_was()
    {
        await using var crms = await Fixed();
        await Trap.Set(crms, "replay_merges", Trap.Fault, 1);

        var failed = await Replay(crms);
        var state = (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!;
        var answer = await Replay(crms);

        Assert.Equal(StepOutcome.Failed, failed.Outcome);
        Assert.Contains("MatchReplayed failed on customers", failed.Reason!, StringComparison.Ordinal);
        Assert.Equal(("reconciled", 50), (state.State, state.Counts.Rejected));
        Assert.Contains(failed.Reason!, state.Remarks[0], StringComparison.Ordinal);
        Assert.Equal((StepOutcome.Done, Verdict.Reconciled), (answer.Outcome, answer.Value!.Verdict));
    }

    private static async Task<Crms> Fixed()
    {
        var crms = await Crms.Create(Customers);
        await crms.Migrate(Plans.Customers(), new RunOptions { RunId = "run-1", PartitionRows = 40, Parallel = 3 });
        await crms.New.Run("update crm_migration.rejects set fix = jsonb_build_object('name', 'Anna Berg' || source_key::int % 90)");
        return crms;
    }
}
