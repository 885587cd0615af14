using CrmMigration.Flow;
using CrmMigration.Runs;
using CrmMigration.Withdraw;
using Microsoft.Azure.Functions.Worker;

namespace CrmMigration.Functions.Activities;

/// <summary>The steps of a withdrawal, as activities.</summary>
public sealed class WithdrawSteps(JoinedRuns runs)
{
    [Function(nameof(Steps.PrepareWithdrawal))]
    public Task<StepAnswer<PreparedWithdrawal>> PrepareWithdrawal([ActivityTrigger] RunRef input, FunctionContext context) =>
        runs.Answer(Steps.PrepareWithdrawal, input, context.CancellationToken);

    [Function(nameof(Steps.BringBackDeleted))]
    public Task<StepAnswer<StepCounts>> BringBackDeleted([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.BringBackDeleted, input, context.CancellationToken);

    [Function(nameof(Steps.RemoveCreated))]
    public Task<StepAnswer<StepCounts>> RemoveCreated([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.RemoveCreated, input, context.CancellationToken);

    [Function(nameof(Steps.RestoreUpdated))]
    public Task<StepAnswer<StepCounts>> RestoreUpdated([ActivityTrigger] PartitionRef input, FunctionContext context) =>
        runs.Answer(Steps.RestoreUpdated, input, context.CancellationToken);

    [Function(nameof(Steps.SettleWithdrawal))]
    public Task<StepAnswer<StepCounts>> SettleWithdrawal([ActivityTrigger] EntityRef input, FunctionContext context) =>
        runs.Answer(Steps.SettleWithdrawal, input, context.CancellationToken);

    [Function(nameof(Steps.CompleteWithdrawal))]
    public Task<StepAnswer<WithdrawalOutcome>> CompleteWithdrawal([ActivityTrigger] RunRef input, FunctionContext context) =>
        runs.Answer(Steps.CompleteWithdrawal, input, context.CancellationToken);

    [Function(nameof(Steps.StopWithdrawal))]
    public Task<StepAnswer<StepCounts>> StopWithdrawal([ActivityTrigger] RunEnd input, FunctionContext context) =>
        runs.Answer(Steps.StopWithdrawal, input, context.CancellationToken);
}
