using CrmMigration.Rehearse.Forecast;
using Xunit;

namespace CrmMigration.Tests.Rehearse.Forecast;

public class StepPaceTests
{
    [Fact]
    public void Two_sizes_tell_the_time_of_a_step_from_that_of_a_row()
    {
        var pace = StepPace.Of([.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? (1_000L, 0.011) : (3_000L, 0.013))]);

        Assert.Equal(0.010, pace.Overhead, 6);
        Assert.Equal(0.000001, pace.PerRow, 9);
        Assert.Equal(0.01 * 10 + 1, pace.Seconds(10, 1_000_000), 6);
    }

    [Fact]
    public void A_step_that_met_a_pause_does_not_count_more_than_others()
    {
        var pace = StepPace.Of([.. Enumerable.Range(0, 40).Select(i => i == 7 ? (3_000L, 60.0) : i % 2 == 0 ? (1_000L, 0.011) : (3_000L, 0.013))]);

        Assert.Equal(0.000001, pace.PerRow, 9);
    }

    [Fact]
    public void Of_one_size_all_of_the_time_is_the_rows()
    {
        var pace = StepPace.Of([(1_000, 0.02), (1_000, 0.04), (1_100, 0.03)]);

        Assert.Equal((0, 0.09 / 3_100), (pace.Overhead, pace.PerRow));
    }

    [Fact]
    public void Restless_steps_leave_doubt()
    {
        var random = new Random(3);
        double Seconds(long rows, double unrest) => 0.01 + (rows * 0.000001) + (random.NextDouble() * unrest);
        StepPace Of(double unrest) => StepPace.Of([.. Enumerable.Range(0, 40).Select(i => (1_000L + (i % 2 * 2_000), 0.0)).Select(step => (step.Item1, Seconds(step.Item1, unrest)))]);

        Assert.True(Of(0.0005).Doubt < 0.2, $"{Of(0.0005)}");
        Assert.True(Of(0.01).Doubt > 0.2, $"{Of(0.01)}");
    }
}
