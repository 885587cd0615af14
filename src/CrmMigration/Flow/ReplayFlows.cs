using CrmMigration.Replay;
using CrmMigration.Runs;

namespace CrmMigration.Flow;

/// <summary>Rejected rows of a run that has ended, through the same stages again.</summary>
public static class ReplayFlows
{
    /// <summary>A replay: entity after entity, parents first, so that children find what arrived.</summary>
    public static ChildFlow<RunRef, ReplayOutcome> Replay { get; } = new(nameof(Replay), ReplayRun);

    /// <summary>The chosen rows of one entity: matched with the target and with each other, then loaded, then proven.</summary>
    public static ChildFlow<EntityReplay, StepCounts> ReplayEntity { get; } = new(nameof(ReplayEntity), ReplayOneEntity);

    private static async Task<ReplayOutcome> ReplayRun(IFlowPort port, RunRef run)
    {
        try
        {
            var prepared = await port.Step(Steps.PrepareReplay, run);
            foreach (var entity in prepared.Entities)
            {
                await port.Child(ReplayEntity, entity);
            }

            var outcome = await port.Step(Steps.CompleteReplay, run);
            await Flows.KeepReport(port, run);
            return outcome;
        }
        catch (FlowEndedException ended) when (ended.Outcome != StepOutcome.LeaseLost)
        {
            await Flows.Tell(port, Steps.StopReplay, new(run, ended.Outcome, ended.Reason));
            throw;
        }
    }

    private static async Task<StepCounts> ReplayOneEntity(IFlowPort port, EntityReplay replay)
    {
        var merges = replay.Matches ? await Match(port, replay) : 0;
        await Flows.Blocks(port, new(replay.Entity, Steps.ReplayBatch.Name, 0, replay.Batches, replay.InKeyOrder));
        await Flows.Blocks(port, new(replay.Entity, Steps.MergeReplayed.Name, 0, merges, replay.InKeyOrder));
        return await port.Step(Steps.ReconcileReplay, replay.Entity);
    }

    // In how many chunks the merges come.
    private static async Task<int> Match(IFlowPort port, EntityReplay replay)
    {
        await Flows.Blocks(port, new(replay.Entity, Steps.ScanRejected.Name, 0, replay.Batches, InOrder: false));
        await Flows.Blocks(port, new(replay.Entity, Steps.ScanTarget.Name, 0, replay.Partitions, InOrder: false));
        return (int)(await port.Step(Steps.MatchReplayed, replay.Entity)).Rows;
    }
}
