using System.Text.Json;
using CrmMigration.Flow;
using CrmMigration.Functions.Orchestrations;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;

namespace CrmMigration.Functions.Tests.Runners;

public class DurableMigrations : MigrationContract
{
    // A run that is carried on is scheduled in the place of its instance that ended.
    private readonly TaskHub hub = new();

    private protected override async Task<StepAnswer<RunOutcome>> Migrate(Crms crms, RunOptions options, Func<string, Task> before)
    {
        await using var runs = new JoinedRuns(crms.Engine, options.Parallel);
        hub.ComeUp(new(runs) { Before = before });
        await new DurableRuns(crms.Engine, new DurableInstances(hub, options.Parallel)).Start(Plans.Customers(), options, CancellationToken.None);
        return JsonSerializer.Deserialize<StepAnswer<RunOutcome>>((await hub.Output(options.RunId!))!)!;
    }
}
