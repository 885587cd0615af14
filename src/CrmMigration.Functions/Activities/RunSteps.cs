using CrmMigration.Flow;
using CrmMigration.Runs;
using Microsoft.Azure.Functions.Worker;

namespace CrmMigration.Functions.Activities;

/// <summary>The steps of a whole run, as activities.</summary>
public sealed class RunSteps(JoinedRuns runs)
{
    [Function(nameof(Steps.PrepareRun))]
    public Task<StepAnswer<PreparedRun>> PrepareRun([ActivityTrigger] RunRef input, FunctionContext context) =>
        runs.Answer(Steps.PrepareRun, input, context.CancellationToken);

    [Function(nameof(Steps.CompleteRun))]
    public Task<StepAnswer<RunOutcome>> CompleteRun([ActivityTrigger] RunRef input, FunctionContext context) =>
        runs.Answer(Steps.CompleteRun, input, context.CancellationToken);

    [Function(nameof(Steps.StopRun))]
    public Task<StepAnswer<StepCounts>> StopRun([ActivityTrigger] RunEnd input, FunctionContext context) =>
        runs.Answer(Steps.StopRun, input, context.CancellationToken);

    [Function(nameof(Steps.KeepReport))]
    public Task<StepAnswer<StepCounts>> KeepReport([ActivityTrigger] RunRef input, FunctionContext context) =>
        runs.Answer(Steps.KeepReport, input, context.CancellationToken);
}
