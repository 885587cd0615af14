using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Telemetry;

[Collection(nameof(HeardAlone))]
public sealed class SyncLagTests : IDisposable
{
    private readonly Heard heard = new();

    private IEnumerable<Heard.Measurement> Lags => heard.Measured.Where(one => one.Instrument == "crm_migration.sync.lag");

    public void Dispose() => heard.Dispose();

    [Fact]
    public async Task The_lag_is_the_age_of_the_last_run_that_was_reconciled()
    {
        await using var crms = await Crms.Create(Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', null, null)");
        await crms.Migrate(Plans.Customers());
        await crms.Migrate(Plans.Customers());
        await crms.New.Run("update crm_migration.runs set started_at = started_at - interval '2 hours' where run_id = 'run-1'");
        await crms.New.Run("update crm_migration.runs set state = 'not-reconciled' where run_id = 'run-2'");

        var lag = await crms.Engine.SyncLag(Plans.Customers(), CancellationToken.None);

        Assert.InRange(lag!.Value.TotalSeconds, 7200, 7500);
        Assert.Equal((lag.Value.TotalSeconds, "test"), Assert.Single(Lags) is var one ? (one.Value, one["plan"]) : default);
    }

    [Fact]
    public async Task There_is_none_before_the_first_such_run()
    {
        await using var crms = await Crms.Create(Plans.OwnersTable);

        var lag = await crms.Engine.SyncLag(Plans.Customers(), CancellationToken.None);

        Assert.Null(lag);
        Assert.Empty(Lags);
    }
}
