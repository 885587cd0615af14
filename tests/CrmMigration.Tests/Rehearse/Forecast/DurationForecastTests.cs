using CrmMigration.Flow;
using CrmMigration.Rehearse.Forecast;
using Xunit;

namespace CrmMigration.Tests.Rehearse.Forecast;

public class DurationForecastTests
{
    private static readonly DateTime Began = new(2026, 11, 26, 10, 0, 0, DateTimeKind.Utc);

    private static readonly EntityFacts Whole = new() { SourceRows = 2_000, LoadedRows = 2_000 };

    [Fact]
    public void Steps_at_work_at_once_count_once()
    {
        var union = DurationForecast.Union([At("a", 0, 10), At("b", 2, 3), At("c", 8, 4), At("d", 20, 1)]);

        Assert.Equal(13, union, 6);
    }

    [Fact]
    public void What_only_a_rehearsal_does_is_left_out()
    {
        var forecast = new DurationForecast(
            Whole,
            [
                At(Steps.PartitionEntity.Name, 0, 1), At(Steps.CopyTarget.Name, 1, 50), At(Steps.PublishPartition.Name, 51, 10, copying: 4),
                At(Steps.PublishPartition.Name, 51, 10, copying: 2), At(Steps.ReconcileEntity.Name, 61, 2), At(Steps.MeasureRehearsal.Name, 63, 9),
            ]);

        Assert.Equal(1_000 + 7_000 + 2_000, forecast.Milliseconds().Likely);
    }

    [Fact]
    public void An_index_is_built_while_matches_are_looked_for()
    {
        var forecast = new DurationForecast(
            Whole with { LoadsFirst = true, MatchBuckets = 1 },
            [At(Steps.LoadPartition.Name, 0, 10), At(Steps.IndexLoaded.Name, 10, 4), At(Steps.MatchBucket.Name, 10, 2), At(Steps.ClusterMatches.Name, 12, 1)]);

        Assert.Equal(14_000, forecast.Milliseconds().Likely);
    }

    [Fact]
    public void A_sample_takes_as_long_as_all_rows_in_as_many_partitions_as_a_run_has()
    {
        var sample = new EntityFacts { IsSample = true, SourceRows = 1_000_000, LoadedRows = 80_000, RowsOfSources = [1_000_000], EstimatesOfSources = [0], PartitionRows = 100_000 };

        // Half of them small, two at once: 5 ms a step, 10 µs a row.
        var steps = Enumerable.Range(0, 40).Select(i => Published(i / 2, i % 2 == 0 ? 1_000 : 3_000)).ToList();
        var forecast = new DurationForecast(sample, [.. steps, At(Steps.ReconcileEntity.Name, 1_000, 0.08)]);

        var busy = steps.Sum(step => step.Seconds) / DurationForecast.Union(steps);
        Assert.InRange(forecast.Milliseconds().Likely, (10_050 / busy) + 999, (10_050 / busy) + 1_001);
        Assert.InRange(forecast.Milliseconds().Low, forecast.Milliseconds().Likely * 0.79, forecast.Milliseconds().Likely * 0.81);
        Assert.InRange(forecast.Milliseconds().High, forecast.Milliseconds().Likely * 1.24, forecast.Milliseconds().Likely * 1.26);
    }

    private static RehearsedStep Published(int place, long rows) =>
        new(Steps.PublishPartition.Name, Began.AddSeconds(place * 0.04), 0.005 + (rows * 0.00001), rows, 0);

    private static RehearsedStep At(string step, double from, double seconds, double copying = 0) => new(step, Began.AddSeconds(from), seconds, 0, copying);
}
