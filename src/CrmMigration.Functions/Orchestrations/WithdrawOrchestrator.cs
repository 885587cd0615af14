using CrmMigration.Flow;
using CrmMigration.Withdraw;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrmMigration.Functions.Orchestrations;

/// <summary>The withdrawal of a run as an orchestration. Its instance id is <c>withdraw:</c> and the run's id.</summary>
public static class WithdrawOrchestrator
{
    [Function(nameof(WithdrawFlows.Withdraw))]
    public static Task<StepAnswer<WithdrawalOutcome>> Withdraw([OrchestrationTrigger] TaskOrchestrationContext context) =>
        DurablePort.Run(context, WithdrawFlows.Withdraw);
}
