using CrmMigration.Match;
using Xunit;

namespace CrmMigration.Tests.Match;

public class HashFilterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(40_000)]
    public void Every_hash_is_found_whatever_its_lowest_bit_and_few_others_are(int count)
    {
        var random = new Random(count);
        ulong Next() => (ulong)random.NextInt64(long.MinValue, long.MaxValue) & ~1UL;
        ulong[] hashes = [.. Enumerable.Range(0, count).Select(_ => Next())];

        var filter = new HashFilter(hashes);

        Assert.Equal(0, hashes.Count(hash => !filter.MayHave(hash) || !filter.MayHave(hash | 1)));
        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => filter.MayHave(Next())), 0, 1_000);
    }
}
