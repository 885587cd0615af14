using CrmMigration.Flow;
using CrmMigration.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrmMigration.Functions.Orchestrations;

/// <summary>What a verification does of one entity, as an orchestration; it is a child of a run's.</summary>
public static class VerifyOrchestrator
{
    [Function(nameof(VerifyFlows.VerifyEntity))]
    public static Task<StepAnswer<StepCounts>> VerifyEntity([OrchestrationTrigger] TaskOrchestrationContext context) =>
        DurablePort.Run(context, VerifyFlows.VerifyEntity);
}
