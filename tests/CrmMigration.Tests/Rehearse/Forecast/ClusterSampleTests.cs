using CrmMigration.Rehearse.Forecast;
using Xunit;

namespace CrmMigration.Tests.Rehearse.Forecast;

public class ClusterSampleTests
{
    [Fact]
    public void A_whole_table_is_known_exactly() => Assert.Equal(Estimate.Exactly(7), new ClusterSample([10, 20], 30).Of([3, 4]));

    [Fact]
    public void An_empty_sample_says_nothing() => Assert.Equal(new(0, 0, 500), new ClusterSample([], 500).Of([]));

    [Fact]
    public void A_share_of_the_rows_is_that_share_of_all()
    {
        var estimate = new ClusterSample([.. Enumerable.Repeat(100L, 40)], 40_000).Of([.. Enumerable.Repeat(5L, 40)]);

        Assert.Equal(2_000, estimate.Likely);
        Assert.InRange(estimate.Low, 1_700, 1_800);
        Assert.InRange(estimate.High, 2_240, 2_340);
    }

    [Fact]
    public void What_was_not_met_may_be_there_all_the_same()
    {
        var estimate = new ClusterSample([.. Enumerable.Repeat(100L, 40)], 40_000).Of(new long[40]);

        Assert.Equal((0, 0), (estimate.Likely, estimate.Low));
        Assert.InRange(estimate.High, 3_000, 4_000);
    }

    [Fact]
    public void Rows_that_come_together_leave_more_doubt_than_rows_that_are_spread()
    {
        var sample = new ClusterSample([.. Enumerable.Repeat(100L, 40)], 40_000);

        var spread = sample.Of([.. Enumerable.Repeat(5L, 40)]);
        var together = sample.Of([100, 100, .. new long[38]]);

        Assert.Equal(spread.Likely, together.Likely);
        Assert.True(together.High - together.Low > 4 * (spread.High - spread.Low), $"{together} {spread}");
    }

    [Fact]
    public void No_estimate_is_less_than_was_met_or_more_than_can_be()
    {
        var sample = new ClusterSample([50, 50], 110);

        Assert.Equal((60, 70), (sample.Of([30, 30]).Low, sample.Of([30, 30]).High));
    }

    [Theory]
    [InlineData(0.002, 1)]
    [InlineData(0.02, 1)]
    [InlineData(0.3, 1)]
    [InlineData(0.02, 200)]
    [InlineData(0.3, 1000)]
    public void The_truth_lies_within_about_nineteen_times_out_of_twenty(double share, int together)
    {
        var random = new Random(1);
        var within = 0;
        for (var round = 0; round < 400; round++)
        {
            within += IsWithin(random, share, together) ? 1 : 0;
        }

        Assert.InRange(within, 360, 400);
    }

    // A table of 200,000 rows, alike in runs; ranges of 500 rows are sampled, every tenth.
    private static bool IsWithin(Random random, double share, int together)
    {
        const int Rows = 200_000;
        const int Range = 500;
        var table = new bool[Rows];
        for (var at = 0; at < Rows; at += together)
        {
            table.AsSpan(at, Math.Min(together, Rows - at)).Fill(random.NextDouble() < share);
        }

        var hits = Enumerable.Range(0, Rows / Range).Where(range => range % 10 == 5).Select(range => (long)table.AsSpan(range * Range, Range).Count(true)).ToList();
        var estimate = new ClusterSample([.. hits.Select(_ => (long)Range)], Rows).Of(hits);
        var truth = table.LongCount(one => one);
        return truth >= estimate.Low && truth <= estimate.High;
    }
}
