using CrmMigration.Cli.Runner;
using CrmMigration.Flow;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;

namespace CrmMigration.Functions.Tests.Runners;

public class InProcessMigrations : MigrationContract
{
    private protected override async Task<StepAnswer<RunOutcome>> Migrate(Crms crms, RunOptions options)
    {
        try
        {
            var report = await InProcess.Run(crms.Engine, Plans.Customers(), options, new(), CancellationToken.None);
            return new(StepOutcome.Done, new(report.Verdict));
        }
        catch (StepFailedException failed)
        {
            return new(StepOutcome.Failed, default, failed.Message);
        }
        catch (RunAskedToStopException asked)
        {
            return new(asked.Outcome);
        }
    }
}
