using CrmMigration.Runs;

namespace CrmMigration.Flow;

/// <summary>A verification: source and target compared through the plan, and on request what differs through the stages again.</summary>
public static class VerifyFlows
{
    /// <summary>One entity compared; gives how many rows differ, are missing or are extra.</summary>
    public static ChildFlow<EntityRef, StepCounts> VerifyEntity { get; } = new(nameof(VerifyEntity), VerifyOneEntity);

    internal static async Task All(IFlowPort port, RunRef run, PreparedRun prepared)
    {
        long differences = 0;
        foreach (var entity in prepared.Entities)
        {
            differences += (await port.Child(VerifyEntity, new EntityRef(run, entity))).Rows;
        }

        if (prepared.Repairs && differences > 0)
        {
            await Repair(port, run, prepared.Entities);
        }

        foreach (var entity in prepared.Entities)
        {
            await port.Step(Steps.CloseVerification, new EntityRef(run, entity));
        }
    }

    // A pass over the rows that were found, and no others; then they are compared again.
    private static async Task Repair(IFlowPort port, RunRef run, IReadOnlyList<string> entities)
    {
        await SyncFlows.All(port, run, entities);
        foreach (var name in entities)
        {
            var entity = new EntityRef(run, name);
            var batches = (int)(await port.Step(Steps.CutRepaired, entity)).Rows;
            await Flows.Blocks(port, new(entity, Steps.CompareRepaired.Name, 0, batches, InOrder: false));
        }
    }

    private static async Task<StepCounts> VerifyOneEntity(IFlowPort port, EntityRef entity)
    {
        var partitions = (int)(await port.Step(Steps.OpenLinks, entity)).Rows;
        await Flows.Blocks(port, new(entity, Steps.AdoptLinks.Name, 0, partitions, InOrder: false));
        var left = await port.Step(Steps.CompareKeys, entity);
        await Flows.Blocks(port, new(entity, Steps.CompareRange.Name, 0, left.Ranges, InOrder: false));
        await Flows.Blocks(port, new(entity, Steps.CompareFound.Name, 0, left.Batches, InOrder: false));
        return await port.Step(Steps.CountDifferences, entity);
    }
}
