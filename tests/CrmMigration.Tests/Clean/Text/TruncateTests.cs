using CrmMigration.Clean.Text;
using Xunit;

namespace CrmMigration.Tests.Clean.Text;

public class TruncateTests
{
    [Theory]
    [InlineData("abcde", 5, "abcde", null)]
    [InlineData("abcdef", 5, "abcde", "truncate.cut")]
    [InlineData("abcd efg", 5, "abcd", "truncate.cut")]
    [InlineData("😀😀😀", 3, "😀😀😀", null)]
    [InlineData("😀😀😀", 2, "😀😀", "truncate.cut")]
    [InlineData("abe\u0301", 3, "ab", "truncate.cut")]
    [InlineData("ab🇩🇪🇫🇷", 5, "ab🇩🇪", "truncate.cut")]
    [InlineData("👨‍👩‍👧", 2, "👨\u200D", "truncate.cut")]
    [InlineData("", 3, null, null)]
    public void Whole_signs_stay_up_to_the_limit_in_characters(string raw, int longest, string? expected, string? rule)
    {
        Assert.Equal((expected, rule), Transforming.By(new TruncateCleaner(longest), raw));
    }

    [Fact]
    public void Ordinary_values_allocate_nothing() =>
        Transforming.AssertAllocatesNothing(new TruncateCleaner(5), "abc", "abcdefgh", "äöüäöü");
}
