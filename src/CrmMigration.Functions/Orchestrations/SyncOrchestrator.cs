using CrmMigration.Flow;
using CrmMigration.Sync;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrmMigration.Functions.Orchestrations;

/// <summary>What a sync does of one entity, as an orchestration; it is a child of a run's.</summary>
public static class SyncOrchestrator
{
    [Function(nameof(SyncFlows.SynchronizeEntity))]
    public static Task<StepAnswer<ChangeCounts>> SynchronizeEntity([OrchestrationTrigger] TaskOrchestrationContext context) =>
        DurablePort.Run(context, SyncFlows.SynchronizeEntity);
}
