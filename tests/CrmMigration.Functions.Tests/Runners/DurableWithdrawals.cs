using System.Text.Json;
using CrmMigration.Flow;
using CrmMigration.Functions.Orchestrations;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using CrmMigration.Withdraw;

namespace CrmMigration.Functions.Tests.Runners;

public class DurableWithdrawals : WithdrawContract
{
    private readonly TaskHub hub = new();

    private protected override async Task<StepAnswer<WithdrawalOutcome>> Withdraw(Crms crms)
    {
        await using var runs = new JoinedRuns(crms.Engine, 3);
        hub.ComeUp(new DurableReplay(runs));
        await new DurableRuns(crms.Engine, new DurableInstances(hub, 3)).Withdraw(Plans.Customers(), new() { RunId = "run-1", Parallel = 3 }, CancellationToken.None);
        return JsonSerializer.Deserialize<StepAnswer<WithdrawalOutcome>>((await hub.Output("withdraw:run-1"))!)!;
    }
}
