using CrmMigration.Functions.Orchestrations;
using CrmMigration.Functions.Tests.Runners;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Sync;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Telemetry;
using Xunit;

namespace CrmMigration.Functions.Tests.Telemetry;

[Collection(nameof(HeardAlone))]
public sealed class TheClockTellsTheLag
{
    [Fact]
    public async Task A_tick_enters_how_far_the_target_lags_behind()
    {
        await using var crms = await Crms.Create(Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', null, null)");
        await crms.Migrate(Plans.Customers());
        await crms.New.Run("update crm_migration.runs set started_at = started_at - interval '1 hour'");
        var plans = Directory.CreateTempSubdirectory("plans-").FullName;
        await File.WriteAllTextAsync(Path.Combine(plans, "customers.json"), Plans.Customers().Json, TestContext.Current.CancellationToken);
        await using var runs = new JoinedRuns(crms.Engine, 2);
        var hub = new TaskHub();
        hub.ComeUp(new(runs));
        using var heard = new Heard();

        await new ScheduledSync(crms.Engine, new FolderPlans(plans), "customers").Start(new DurableRuns(crms.Engine, new DurableInstances(hub, 2)).Start, CancellationToken.None);
        Directory.Delete(plans, recursive: true);

        Assert.InRange(Assert.Single(heard.Measured, one => one.Instrument == "crm_migration.sync.lag").Value, 3600, 3900);
    }
}
