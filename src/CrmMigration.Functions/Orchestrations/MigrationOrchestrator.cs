using CrmMigration.Flow;
using CrmMigration.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrmMigration.Functions.Orchestrations;

/// <summary>The engine's flows as orchestrations. The run's id is the instance id of the first.</summary>
public static class MigrationOrchestrator
{
    [Function(nameof(MigrationOrchestrator))]
    public static Task<StepAnswer<RunOutcome>> Migrate([OrchestrationTrigger] TaskOrchestrationContext context) =>
        DurablePort.Run(context, Flows.Migrate);

    [Function(nameof(Flows.MigrateEntity))]
    public static Task<StepAnswer<StepCounts>> MigrateEntity([OrchestrationTrigger] TaskOrchestrationContext context) =>
        DurablePort.Run(context, Flows.MigrateEntity);

    [Function(nameof(Flows.RunBlock))]
    public static Task<StepAnswer<StepCounts>> RunBlock([OrchestrationTrigger] TaskOrchestrationContext context) =>
        DurablePort.Run(context, Flows.RunBlock);
}
