using CrmMigration.Flow;
using CrmMigration.Runs;
using Microsoft.Azure.Functions.Worker;

namespace CrmMigration.Functions.Activities;

/// <summary>The steps of a cut-over besides those of a pass and of a verification, as activities.</summary>
public sealed class CutoverSteps(JoinedRuns runs)
{
    [Function(nameof(Steps.CompletePass))]
    public Task<StepAnswer<StepCounts>> CompletePass([ActivityTrigger] RunRef input, FunctionContext context) =>
        runs.Answer(Steps.CompletePass, input, context.CancellationToken);

    [Function(nameof(Steps.CheckCutover))]
    public Task<StepAnswer<StepCounts>> CheckCutover([ActivityTrigger] RunRef input, FunctionContext context) =>
        runs.Answer(Steps.CheckCutover, input, context.CancellationToken);
}
