using CrmMigration.Source;
using Xunit;

namespace CrmMigration.Tests.Source;

public class CutPatternTests
{
    [Fact]
    public void A_whole_table_is_cut_into_equal_ranges() =>
        Assert.Equal([(100, true), (100, true), (100, true)], new CutPattern(100, 0).Ranges().Take(3));

    [Fact]
    public void A_sample_has_one_range_in_each_part_of_the_table_in_two_sizes_by_turns()
    {
        var ranges = new CutPattern(100, 900).Ranges().Take(400).ToList();

        var starts = ranges.Select((range, i) => (range.Sampled, Start: ranges.Take(i).Sum(one => (long)one.Rows))).Where(range => range.Sampled).Select(range => range.Start).ToList();
        Assert.All(starts.Select((start, i) => (start, i)), place => Assert.InRange(place.start, (place.i * 1000) - 50, (place.i * 1000) + 900));
        Assert.Equal([50, 150, 50, 150], ranges.Where(range => range.Sampled).Select(range => range.Rows).Take(4));
        Assert.InRange(starts.Select(start => start % 1000 / 100).Distinct().Count(), 8, 10);
    }

    [Fact]
    public void The_same_places_come_again() => Assert.Equal(new CutPattern(100, 900).Ranges().Take(50), new CutPattern(100, 900).Ranges().Take(50));

    [Theory]
    [InlineData(10, 1_000_000, 2_500)]
    [InlineData(1, 1_000_000, 250)]
    [InlineData(1, 2_000, 100)]
    [InlineData(1, 5_000_000_000, 250_000)]
    public void A_sample_has_about_forty_ranges(double percent, long rows, int size)
    {
        var pattern = CutPattern.OfSample(percent, rows, null);

        Assert.Equal((size, (long)(size * (100 - percent) / percent)), (pattern.Size, pattern.Gap));
    }

    [Fact]
    public void A_gap_is_looked_through_in_pieces()
    {
        var ranges = CutPattern.OfSample(0.1, 3_000_000_000, null).Ranges().Take(1000).ToList();

        Assert.All(ranges, range => Assert.InRange(range.Rows, 1, 1_000_000));
        Assert.InRange(ranges.Count(range => range.Sampled), 12, 14);
    }
}
