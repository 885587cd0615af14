using CrmMigration.Flow;
using CrmMigration.Runs;
using CrmMigration.Verify;
using Microsoft.Azure.Functions.Worker;

namespace CrmMigration.Functions.Activities;

/// <summary>The steps of a verification, as activities.</summary>
public sealed class VerifySteps(JoinedRuns runs)
{
    [Function(nameof(Steps.CompareKeys))]
    public Task<StepAnswer<Comparison>> CompareKeys([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.CompareKeys, input, context.CancellationToken);

    [Function(nameof(Steps.CompareRange))]
    public Task<StepAnswer<StepCounts>> CompareRange([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.CompareRange, input, context.CancellationToken);

    [Function(nameof(Steps.CompareFound))]
    public Task<StepAnswer<StepCounts>> CompareFound([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.CompareFound, input, context.CancellationToken);

    [Function(nameof(Steps.CountDifferences))]
    public Task<StepAnswer<StepCounts>> CountDifferences([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.CountDifferences, input, context.CancellationToken);

    [Function(nameof(Steps.CutRepaired))]
    public Task<StepAnswer<StepCounts>> CutRepaired([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.CutRepaired, input, context.CancellationToken);

    [Function(nameof(Steps.CompareRepaired))]
    public Task<StepAnswer<StepCounts>> CompareRepaired([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.CompareRepaired, input, context.CancellationToken);

    [Function(nameof(Steps.CloseVerification))]
    public Task<StepAnswer<StepCounts>> CloseVerification([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.CloseVerification, input, context.CancellationToken);
}
