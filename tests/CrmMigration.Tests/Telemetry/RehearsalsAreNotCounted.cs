using CrmMigration.Cli.Runner;
using CrmMigration.Flow;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CrmMigration.Tests.Telemetry;

[Collection(nameof(HeardAlone))]
public sealed class RehearsalsAreNotCounted : IDisposable
{
    private const string Old = Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', null, null), (2, null, null, null)";

    // Those that alerts are made of.
    private static readonly string[] Alarming = ["CrmMigration.RunFailed", "CrmMigration.NotReconciled"];

    private readonly Heard heard = new();

    private IEnumerable<string> Rows => heard.Measured.Where(one => one.Instrument == "crm_migration.rows").Select(one => $"{one.Value} {one["fate"]}").Order();

    public void Dispose() => heard.Dispose();

    [Fact]
    public async Task Among_the_rows_that_runs_moved_and_rejected()
    {
        await using var crms = await Crms.Create(Old);
        crms.Log = heard;

        await crms.Rehearse(Plans.Customers());
        Assert.Empty(Rows);
        await crms.Migrate(Plans.Customers());

        Assert.Equal(["1 created", "1 rejected"], Rows);
        Assert.Equal(
            ["CrmMigration.RehearsalBegan", "CrmMigration.RehearsalEnded", "CrmMigration.RunBegan", "CrmMigration.RunReconciled"],
            heard.Events.Where(name => name!.Contains("Rehearsal", StringComparison.Ordinal) || name.Contains("Run", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Among_what_somebody_is_woken_for()
    {
        await using var crms = await Crms.Create(Old);
        crms.Log = heard;
        await using (var run = await crms.Engine.Begin(Plans.Customers(), new() { RunId = "r", Mode = RunMode.Rehearsal }, new(), CancellationToken.None))
        {
            await crms.New.Run("alter table crm_migration.match_keys rename to gone");

            await Assert.ThrowsAsync<StepFailedException>(() => InProcessRunner.Finish(run, CancellationToken.None));
        }

        Assert.Contains((LogLevel.Warning, "CrmMigration.RehearsalFailed"), heard.Records.Select(record => (record.Level, record.Event.Name!)));
        Assert.DoesNotContain(heard.Events, name => Alarming.Contains(name));
    }
}
