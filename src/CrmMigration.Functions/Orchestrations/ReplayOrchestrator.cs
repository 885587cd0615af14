using CrmMigration.Flow;
using CrmMigration.Replay;
using CrmMigration.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrmMigration.Functions.Orchestrations;

/// <summary>A replay of rejected rows as orchestrations. The instance id of the first is <c>replay:</c> and the run's id.</summary>
public static class ReplayOrchestrator
{
    [Function(nameof(ReplayFlows.Replay))]
    public static Task<StepAnswer<ReplayOutcome>> Replay([OrchestrationTrigger] TaskOrchestrationContext context) =>
        DurablePort.Run(context, ReplayFlows.Replay);

    [Function(nameof(ReplayFlows.ReplayEntity))]
    public static Task<StepAnswer<StepCounts>> ReplayEntity([OrchestrationTrigger] TaskOrchestrationContext context) =>
        DurablePort.Run(context, ReplayFlows.ReplayEntity);
}
