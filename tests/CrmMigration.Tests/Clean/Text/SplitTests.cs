using CrmMigration.Clean.Text;
using Xunit;

namespace CrmMigration.Tests.Clean.Text;

public class SplitTests
{
    [Theory]
    [InlineData("a; b ;c", ";", 1, "a")]
    [InlineData("a; b ;c", ";", 2, "b")]
    [InlineData("a; b ;c", ";", 3, "c")]
    [InlineData("a; b ;c", ";", 4, null)]
    [InlineData("a; b ;c", ";", -1, "c")]
    [InlineData("a; b ;c", ";", -3, "a")]
    [InlineData("a; b ;c", ";", -4, null)]
    [InlineData("a;;c", ";", 2, null)]
    [InlineData("a -- b", "--", 2, "b")]
    [InlineData("a -- b", "--", -2, "a")]
    [InlineData("  Main \t Street\u00A05 ", " ", 2, "Street")]
    [InlineData("  Main \t Street\u00A05 ", " ", 3, "5")]
    [InlineData("  Main \t Street\u00A05 ", " ", -1, "5")]
    [InlineData("  Main \t Street\u00A05 ", " ", -3, "Main")]
    [InlineData("alone", ",", 1, "alone")]
    [InlineData("alone", ",", -1, "alone")]
    [InlineData("", ",", 1, null)]
    public void A_part_is_counted_from_either_end(string raw, string separator, int part, string? expected) =>
        Assert.Equal((expected, null), Transforming.By(new SplitCleaner(separator, part), raw));

    [Fact]
    public void Ordinary_values_allocate_nothing()
    {
        Transforming.AssertAllocatesNothing(new SplitCleaner(";", 2), "a;b;c", "alone");
        Transforming.AssertAllocatesNothing(new SplitCleaner(" ", -1), "a b  c", "alone");
    }
}
