using System.IO.Hashing;
using System.Runtime.InteropServices;
using CrmMigration.Profile.Tally;
using Xunit;

namespace CrmMigration.Tests.Profile.Tally;

public sealed class DistinctSamples
{
    [Fact]
    public void Up_to_its_capacity_it_is_exact()
    {
        var sample = Of(Enumerable.Range(0, 3000).Select(i => i % 1000), capacity: 1000);

        Assert.True(sample.IsExact);
        Assert.Equal((1000, 0.0), (sample.Values, sample.Error));
        Assert.Equal((1000, 3000, 2000), (sample.Repeated().Values, sample.Repeated().Rows, sample.Repeated().Extra));
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(50_000)]
    [InlineData(4_097)]
    public void Beyond_it_the_truth_lies_within_twice_the_error_stated(int values)
    {
        var sample = Of(Enumerable.Range(0, values), capacity: 4096);

        Assert.False(sample.IsExact);
        Assert.InRange(sample.Values, values * (1 - (2 * sample.Error)), values * (1 + (2 * sample.Error)));
    }

    [Fact]
    public void Repeated_values_are_estimated_too()
    {
        // Every tenth value comes three times.
        var sample = Of(Enumerable.Range(0, 100_000).SelectMany(i => Enumerable.Repeat(i, i % 10 == 0 ? 3 : 1)), capacity: 4096);

        var repeated = sample.Repeated();

        Assert.InRange(repeated.Values, 10_000 - (2 * repeated.Error), 10_000 + (2 * repeated.Error));
        Assert.Equal(3 * repeated.Values, repeated.Rows);
    }

    [Fact]
    public void A_value_that_is_too_frequent_is_told_apart()
    {
        var sample = Of([.. Enumerable.Repeat(1, 60), 2, 2, 3], capacity: 100);

        Assert.Equal((1, 2), (sample.Repeated(50).Values, sample.Repeated(50).Rows));
        Assert.Equal((1, 60), (sample.Beyond(50).Values, sample.Beyond(50).Rows));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50_000)]
    public void The_order_and_the_split_make_no_difference(int part)
    {
        int[] values = [.. Enumerable.Range(0, 50_000).Select(i => i * 7919 % 30_011)];
        var whole = Of(values, capacity: 1024);
        var merged = Of(values.AsEnumerable().Reverse().Take(part), capacity: 1024);

        merged.MergeFrom(Of(values.AsEnumerable().Reverse().Skip(part), capacity: 1024));

        Assert.Equal((whole.Values, whole.Error, whole.Repeated(), whole.Beyond(1)), (merged.Values, merged.Error, merged.Repeated(), merged.Beyond(1)));
    }

    private static DistinctSample Of(IEnumerable<int> values, int capacity)
    {
        var sample = new DistinctSample(capacity);
        foreach (var value in values)
        {
            sample.Add(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in value, 1))));
        }

        return sample;
    }
}
