using System.Text;
using CrmMigration.Clean.Text;
using Xunit;

namespace CrmMigration.Tests.Clean.Text;

public class PadTests
{
    [Theory]
    [InlineData("42", 5, "0", false, "00042")]
    [InlineData("42", 5, "x", true, "42xxx")]
    [InlineData("123456", 5, "0", false, "123456")]
    [InlineData("😀", 3, "0", false, "00😀")]
    [InlineData("a", 3, "😀", true, "a😀😀")]
    [InlineData("", 3, "0", false, null)]
    public void A_text_is_filled_up_in_characters(string raw, int total, string with, bool atEnd, string? expected)
    {
        var cleaner = new PadCleaner(total, Rune.GetRuneAt(with, 0), atEnd);

        Assert.Equal((expected, null), Transforming.By(cleaner, raw));
    }

    [Fact]
    public void Ordinary_values_allocate_nothing() =>
        Transforming.AssertAllocatesNothing(new PadCleaner(8, new Rune('0'), false), "1", "12345678", "1234567890123456");
}
