using CrmMigration.Runs;
using CrmMigration.Withdraw;

namespace CrmMigration.Flow;

/// <summary>The withdrawal of a run: the target as it was before, but for what people did there since.</summary>
public static class WithdrawFlows
{
    /// <summary>What the run did last is undone first.</summary>
    public static ChildFlow<RunRef, WithdrawalOutcome> Withdraw { get; } = new(nameof(Withdraw), WithdrawRun);

    private static async Task<WithdrawalOutcome> WithdrawRun(IFlowPort port, RunRef run)
    {
        try
        {
            var prepared = await port.Step(Steps.PrepareWithdrawal, run);
            await Undo(port, prepared.Entities);
            var outcome = await port.Step(Steps.CompleteWithdrawal, run);
            await Flows.KeepReport(port, run);
            return outcome;
        }
        catch (FlowEndedException ended) when (ended.Outcome != StepOutcome.LeaseLost)
        {
            await Flows.Tell(port, Steps.StopWithdrawal, new(run, ended.Outcome, ended.Reason));
            throw;
        }
    }

    // A pass deletes last, and children first. What was created goes before earlier values come, as it may hold what these need.
    private static async Task Undo(IFlowPort port, IReadOnlyList<EntityWithdrawal> entities)
    {
        foreach (var entity in entities.Where(one => one.Deleted))
        {
            await Flows.Blocks(port, new(entity.Entity, Steps.BringBackDeleted.Name, 0, entity.Partitions, InOrder: false));
        }

        foreach (var entity in Enumerable.Reverse(entities.ToList()))
        {
            await Flows.Blocks(port, new(entity.Entity, Steps.RemoveCreated.Name, 0, entity.Partitions, InOrder: false));
            if (entity.Updated)
            {
                await Flows.Blocks(port, new(entity.Entity, Steps.RestoreUpdated.Name, 0, entity.Partitions, InOrder: false));
            }
        }

        foreach (var entity in entities)
        {
            await port.Step(Steps.SettleWithdrawal, entity.Entity);
        }
    }
}
