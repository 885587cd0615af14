using CrmMigration.Flow;
using CrmMigration.Runs;
using CrmMigration.Sync;
using Microsoft.Azure.Functions.Worker;

namespace CrmMigration.Functions.Activities;

/// <summary>The steps of a sync, as activities.</summary>
public sealed class SyncSteps(JoinedRuns runs)
{
    [Function(nameof(Steps.OpenLinks))]
    public Task<StepAnswer<StepCounts>> OpenLinks([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.OpenLinks, input, context.CancellationToken);

    [Function(nameof(Steps.AdoptLinks))]
    public Task<StepAnswer<StepCounts>> AdoptLinks([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.AdoptLinks, input, context.CancellationToken);

    [Function(nameof(Steps.FindChanges))]
    public Task<StepAnswer<ChangeCounts>> FindChanges([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.FindChanges, input, context.CancellationToken);

    [Function(nameof(Steps.ApplyChanges))]
    public Task<StepAnswer<StepCounts>> ApplyChanges([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.ApplyChanges, input, context.CancellationToken);

    [Function(nameof(Steps.ReconcileSync))]
    public Task<StepAnswer<StepCounts>> ReconcileSync([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.ReconcileSync, input, context.CancellationToken);
}
