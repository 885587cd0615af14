using CrmMigration.Flow;
using CrmMigration.Replay;
using CrmMigration.Runs;
using Microsoft.Azure.Functions.Worker;

namespace CrmMigration.Functions.Activities;

/// <summary>The steps of a replay, as activities.</summary>
public sealed class ReplaySteps(JoinedRuns runs)
{
    [Function(nameof(Steps.PrepareReplay))]
    public Task<StepAnswer<PreparedReplay>> PrepareReplay([ActivityTrigger] RunRef input, FunctionContext context) =>
        runs.Answer(Steps.PrepareReplay, input, context.CancellationToken);

    [Function(nameof(Steps.ScanRejected))]
    public Task<StepAnswer<StepCounts>> ScanRejected([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.ScanRejected, input, context.CancellationToken);

    [Function(nameof(Steps.ScanTarget))]
    public Task<StepAnswer<StepCounts>> ScanTarget([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.ScanTarget, input, context.CancellationToken);

    [Function(nameof(Steps.MatchReplayed))]
    public Task<StepAnswer<StepCounts>> MatchReplayed([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.MatchReplayed, input, context.CancellationToken);

    [Function(nameof(Steps.ReplayBatch))]
    public Task<StepAnswer<StepCounts>> ReplayBatch([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.ReplayBatch, input, context.CancellationToken);

    [Function(nameof(Steps.MergeReplayed))]
    public Task<StepAnswer<StepCounts>> MergeReplayed([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.MergeReplayed, input, context.CancellationToken);

    [Function(nameof(Steps.ReconcileReplay))]
    public Task<StepAnswer<StepCounts>> ReconcileReplay([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.ReconcileReplay, input, context.CancellationToken);

    [Function(nameof(Steps.CompleteReplay))]
    public Task<StepAnswer<ReplayOutcome>> CompleteReplay([ActivityTrigger] RunRef input, FunctionContext context) =>
        runs.Answer(Steps.CompleteReplay, input, context.CancellationToken);

    [Function(nameof(Steps.StopReplay))]
    public Task<StepAnswer<StepCounts>> StopReplay([ActivityTrigger] RunEnd input, FunctionContext context) =>
        runs.Answer(Steps.StopReplay, input, context.CancellationToken);
}
