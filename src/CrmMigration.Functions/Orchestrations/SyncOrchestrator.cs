using CrmMigration.Flow;
using CrmMigration.Sync;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrmMigration.Functions.Orchestrations;

/// <summary>The incremental sync as an orchestration. Its instance id is <c>sync:</c> and the plan's name.</summary>
public static class SyncOrchestrator
{
    [Function(nameof(Flows.Synchronize))]
    public static Task<StepAnswer<SyncOutcome>> Synchronize([OrchestrationTrigger] TaskOrchestrationContext context) =>
        DurablePort.Run(context, Flows.Synchronize);
}
