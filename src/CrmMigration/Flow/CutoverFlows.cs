using CrmMigration.Runs;

namespace CrmMigration.Flow;

/// <summary>The last step of a migration, and its rehearsal: a last pass, every row compared after it, and a list that says go or no-go. It changes nothing but what a pass does.</summary>
public static class CutoverFlows
{
    internal static async Task All(IFlowPort port, RunRef run, PreparedRun prepared)
    {
        await SyncFlows.All(port, run, prepared.Entities);
        await port.Step(Steps.CompletePass, run);
        foreach (var entity in prepared.Entities)
        {
            await port.Child(VerifyFlows.VerifyEntity, new EntityRef(run, entity));
        }

        await port.Step(Steps.CheckCutover, run);
    }
}
