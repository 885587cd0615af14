using CrmMigration.Runs;
using CrmMigration.Sync;

namespace CrmMigration.Flow;

/// <summary>The incremental sync: what changed since the last pass, through the same stages.</summary>
public static class SyncFlows
{
    /// <summary>The changes of one entity.</summary>
    public static ChildFlow<EntityRef, ChangeCounts> SynchronizeEntity { get; } = new(nameof(SynchronizeEntity), SynchronizeOneEntity);

    /// <summary>One pass: what changed, parents first; then what is gone, children first.</summary>
    internal static async Task All(IFlowPort port, RunRef run, IReadOnlyList<string> entities)
    {
        var found = new List<(EntityRef Entity, ChangeCounts Counts)>();
        foreach (var name in entities)
        {
            var entity = new EntityRef(run, name);
            found.Add((entity, await port.Child(SynchronizeEntity, entity)));
        }

        foreach (var (entity, counts) in Enumerable.Reverse(found))
        {
            await Flows.Blocks(port, new(entity, Steps.ApplyChanges.Name, counts.Changes, counts.Deletes, InOrder: false));
            await port.Step(Steps.ReconcileSync, entity);
        }
    }

    private static async Task<ChangeCounts> SynchronizeOneEntity(IFlowPort port, EntityRef entity)
    {
        var partitions = (int)(await port.Step(Steps.OpenLinks, entity)).Rows;
        await Flows.Blocks(port, new(entity, Steps.AdoptLinks.Name, 0, partitions, InOrder: false));
        var counts = await port.Step(Steps.FindChanges, entity);
        await Flows.Blocks(port, new(entity, Steps.ApplyChanges.Name, 0, counts.Changes, InOrder: false));
        return counts;
    }
}
