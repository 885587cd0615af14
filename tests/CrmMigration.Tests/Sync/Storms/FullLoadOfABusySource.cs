using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync.Storms;

/// <summary>People write to the old CRM all through the full load. The pass after they have stopped makes both sides equal.</summary>
public class FullLoadOfABusySource
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Is_made_whole_by_a_pass(int seed, bool create)
    {
        await using var crms = await Crms.Create(Writers.Filled, create ? "" : Writers.Tables);
        var plan = Writers.Plan(create);
        var writers = Writers.Start(crms, seed);
        var run = await crms.Migrate(plan, partitionRows: 40);
        var written = await writers.Calm();
        var missed = await Writers.Differ(crms);

        var report = await crms.Sync(plan, confirmsDeletes: true);

        Replays.AssertReconciled(run);
        Replays.AssertReconciled(report);
        Assert.InRange(written, 20, int.MaxValue);
        Assert.NotEmpty(missed);
        Assert.Empty(await Writers.Differ(crms));
    }
}
