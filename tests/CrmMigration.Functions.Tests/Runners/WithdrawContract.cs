using CrmMigration.Flow;
using CrmMigration.Tests.Postgres;
using CrmMigration.Withdraw;
using Xunit;

namespace CrmMigration.Functions.Tests.Runners;

/// <summary>What every runner owes the withdrawal of a run. Faults come from the server, so that the runners are the real ones.</summary>
public abstract class WithdrawContract
{
    private const string Customers =
        "create table old_crm_customers (id int primary key, name varchar(255), email varchar(255), phone varchar(255)); "
        + "insert into old_crm_customers select i, 'Anna Berg' || i, 'anna' || i || '@example.org', null from generate_series(1, 200) i";

    private const string InUse =
        "create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255), phone varchar(255)); "
        + "insert into new_crm_customers select i, 'Old', 'Name', null, null from generate_series(1, 90) i";

    /// <summary>Withdraws run-1 and gives the flow's answer.</summary>
    private protected abstract Task<StepAnswer<WithdrawalOutcome>> Withdraw(Crms crms);

    [Fact]
    public async Task The_target_is_what_it_was_and_rows_that_were_changed_since_are_counted()
    {
        await using var crms = await Migrated();
        await crms.New.Run("update new_crm_customers set phone = '1' where id = 150");

        var first = await Withdraw(crms);
        await crms.New.Run("delete from new_crm_customers where id = 150");
        var second = await Withdraw(crms);

        Assert.Equal((StepOutcome.Done, 1), (first.Outcome, first.Value!.Kept));
        Assert.Equal((StepOutcome.Done, 0), (second.Outcome, second.Value!.Kept));
        await AssertWithdrawn(crms);
    }

    [Theory]
    [InlineData(Trap.Conflict)]
    [InlineData(Trap.Death)]
    public async Task A_step_that_meets_a_fault_that_passes_is_tried_again_until_it_is_done(string fault)
    {
        await using var crms = await Migrated();
        await Trap.Set(crms, "kept_rows", fault, 2);

        var answer = await Withdraw(crms);

        Assert.Equal((StepOutcome.Done, null), (answer.Outcome, answer.Reason));
        Assert.InRange(await Trap.Seen(crms), 3, long.MaxValue);
        await AssertWithdrawn(crms);
    }

    [Fact]
    public async Task A_step_that_cannot_be_done_fails_the_withdrawal_which_goes_on_when_it_is_asked_for_again()
    {
        await using var crms = await Migrated();
        await Trap.Set(crms, "kept_rows", Trap.Fault, 1);

        var failed = await Withdraw(crms);
        var state = (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!;
        var answer = await Withdraw(crms);

        Assert.Equal(StepOutcome.Failed, failed.Outcome);
        Assert.Contains("RemoveCreated failed on customers", failed.Reason!, StringComparison.Ordinal);
        Assert.Equal("half-withdrawn", state.State);
        Assert.Contains(failed.Reason!, state.Remarks[0], StringComparison.Ordinal);
        Assert.Equal(StepOutcome.Done, answer.Outcome);
        await AssertWithdrawn(crms);
    }

    private static async Task<Crms> Migrated()
    {
        var crms = await Crms.Create(Customers, InUse);
        await crms.Migrate(Plans.Customers(), new RunOptions { RunId = "run-1", PartitionRows = 40, Parallel = 3 });
        return crms;
    }

    private static async Task AssertWithdrawn(Crms crms)
    {
        Assert.Equal("90 Old", await crms.New.One<string>("select count(*) || ' ' || string_agg(distinct first_name, ',') from new_crm_customers"));
        Assert.Equal("withdrawn", (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!.State);
    }
}
