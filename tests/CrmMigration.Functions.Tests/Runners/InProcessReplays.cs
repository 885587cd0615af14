using CrmMigration.Flow;
using CrmMigration.Replay;
using CrmMigration.Tests.Postgres;

namespace CrmMigration.Functions.Tests.Runners;

public class InProcessReplays : ReplayContract
{
    private protected override async Task<StepAnswer<ReplayOutcome>> Replay(Crms crms)
    {
        try
        {
            var report = await crms.Replay(Plans.Customers());
            return new(StepOutcome.Done, new(report.Verdict));
        }
        catch (StepFailedException failed)
        {
            return new(StepOutcome.Failed, default, failed.Message);
        }
    }
}
