using CrmMigration.Flow;
using CrmMigration.Runs;
using Microsoft.Azure.Functions.Worker;

namespace CrmMigration.Functions.Activities;

/// <summary>The steps of a partition or bucket, as activities.</summary>
public sealed class PartitionSteps(JoinedRuns runs)
{
    [Function(nameof(Steps.ScanPartition))]
    public Task<StepAnswer<StepCounts>> ScanPartition([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.ScanPartition, input, context.CancellationToken);

    [Function(nameof(Steps.LoadPartition))]
    public Task<StepAnswer<StepCounts>> LoadPartition([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.LoadPartition, input, context.CancellationToken);

    [Function(nameof(Steps.MatchBucket))]
    public Task<StepAnswer<StepCounts>> MatchBucket([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.MatchBucket, input, context.CancellationToken);

    [Function(nameof(Steps.FillPartition))]
    public Task<StepAnswer<StepCounts>> FillPartition([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.FillPartition, input, context.CancellationToken);

    [Function(nameof(Steps.MergePartition))]
    public Task<StepAnswer<StepCounts>> MergePartition([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.MergePartition, input, context.CancellationToken);

    [Function(nameof(Steps.PublishPartition))]
    public Task<StepAnswer<StepCounts>> PublishPartition([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.PublishPartition, input, context.CancellationToken);
}
