using CrmMigration.Runs;
using CrmMigration.Telemetry;
using Xunit;

namespace CrmMigration.Tests.Telemetry;

public class RowRateTests
{
    private readonly Ticks clock = new();
    private readonly RunProgress run = new();

    [Fact]
    public void It_is_what_was_moved_since_the_last_look()
    {
        var rate = new RowRate(clock);
        rate.Follow(run);
        run.Phase("customers", "load").AddRows(3000);
        clock.Pass(10);
        var first = Look(rate);
        run.Phase("customers", "load").AddRows(500);
        clock.Pass(5);
        var second = Look(rate);

        Assert.Equal((300, 100), (first, second));
    }

    [Fact]
    public void A_second_look_at_the_same_moment_sees_the_same()
    {
        var rate = new RowRate(clock);
        rate.Follow(run);
        run.Phase("customers", "load").AddRows(3000);
        clock.Pass(10);

        Assert.Equal(Look(rate), Look(rate));
    }

    [Fact]
    public void The_last_rows_of_a_run_are_told_after_its_end_and_nothing_after_that()
    {
        var rate = new RowRate(clock);
        rate.Follow(run);
        run.Phase("customers", "load").AddRows(3000);
        rate.Leave(run);
        clock.Pass(10);
        var last = Look(rate);
        clock.Pass(10);

        Assert.Equal(300, last);
        Assert.Null(Look(rate));
    }

    [Fact]
    public void Rows_that_were_rolled_back_make_no_negative_rate()
    {
        var rate = new RowRate(clock);
        rate.Follow(run);
        run.Phase("customers", "load").AddRows(-10);
        clock.Pass(10);

        Assert.Equal(0, Look(rate));
    }

    private static double? Look(RowRate rate)
    {
        double? seen = null;
        foreach (var measurement in rate.Look())
        {
            seen = measurement.Value;
        }

        return seen;
    }

    private sealed class Ticks : TimeProvider
    {
        private long now;

        public override long GetTimestamp() => now;

        public void Pass(int seconds) => now += seconds * TimestampFrequency;
    }
}
