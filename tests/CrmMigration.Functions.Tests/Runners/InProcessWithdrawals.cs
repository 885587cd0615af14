using CrmMigration.Flow;
using CrmMigration.Tests.Postgres;
using CrmMigration.Withdraw;

namespace CrmMigration.Functions.Tests.Runners;

public class InProcessWithdrawals : WithdrawContract
{
    private protected override async Task<StepAnswer<WithdrawalOutcome>> Withdraw(Crms crms)
    {
        try
        {
            var withdrawal = await crms.Withdraw(Plans.Customers());
            return new(StepOutcome.Done, new(withdrawal.Kept));
        }
        catch (StepFailedException failed)
        {
            return new(StepOutcome.Failed, default, failed.Message);
        }
    }
}
