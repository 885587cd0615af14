using CrmMigration.Flow;
using CrmMigration.Runs;
using Microsoft.Azure.Functions.Worker;

namespace CrmMigration.Functions.Activities;

/// <summary>The steps of an entity, as activities.</summary>
public sealed class EntitySteps(JoinedRuns runs)
{
    [Function(nameof(Steps.PartitionEntity))]
    public Task<StepAnswer<PartitionedEntity>> PartitionEntity([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.PartitionEntity, input, context.CancellationToken);

    [Function(nameof(Steps.CopyTarget))]
    public Task<StepAnswer<StepCounts>> CopyTarget([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.CopyTarget, input, context.CancellationToken);

    [Function(nameof(Steps.ClusterMatches))]
    public Task<StepAnswer<StepCounts>> ClusterMatches([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.ClusterMatches, input, context.CancellationToken);

    [Function(nameof(Steps.IndexLoaded))]
    public Task<StepAnswer<StepCounts>> IndexLoaded([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.IndexLoaded, input, context.CancellationToken);

    [Function(nameof(Steps.SettleMerges))]
    public Task<StepAnswer<StepCounts>> SettleMerges([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.SettleMerges, input, context.CancellationToken);

    [Function(nameof(Steps.CompleteEntity))]
    public Task<StepAnswer<StepCounts>> CompleteEntity([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.CompleteEntity, input, context.CancellationToken);

    [Function(nameof(Steps.ReconcileEntity))]
    public Task<StepAnswer<StepCounts>> ReconcileEntity([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.ReconcileEntity, input, context.CancellationToken);

    [Function(nameof(Steps.MeasureRehearsal))]
    public Task<StepAnswer<StepCounts>> MeasureRehearsal([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.MeasureRehearsal, input, context.CancellationToken);
}
