using System.Text.Json;
using CrmMigration.Flow;
using CrmMigration.Functions.Orchestrations;
using CrmMigration.Replay;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;

namespace CrmMigration.Functions.Tests.Runners;

public class DurableReplays : ReplayContract
{
    // A replay that is done again is scheduled in the place of the instance before.
    private readonly TaskHub hub = new();

    private protected override async Task<StepAnswer<ReplayOutcome>> Replay(Crms crms)
    {
        await using var runs = new JoinedRuns(crms.Engine, 3);
        hub.ComeUp(new DurableReplay(runs));
        await new DurableRuns(crms.Engine, new DurableInstances(hub, 3)).Replay(Plans.Customers(), new() { RunId = "run-1", Parallel = 3 }, CancellationToken.None);
        return JsonSerializer.Deserialize<StepAnswer<ReplayOutcome>>((await hub.Output("replay:run-1"))!)!;
    }
}
