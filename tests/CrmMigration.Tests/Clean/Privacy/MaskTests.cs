using CrmMigration.Clean.Privacy;
using Xunit;

namespace CrmMigration.Tests.Clean.Privacy;

public class MaskTests
{
    [Theory]
    [InlineData("DE89370400440532013000", 2, 4, "DE****************3000")]
    [InlineData("Smith", 1, 0, "S****")]
    [InlineData("Smith", 0, 0, "*****")]
    [InlineData(" ab ", 1, 1, "**")]
    [InlineData("abc", 1, 1, "a*c")]
    [InlineData("😀bc😀", 1, 1, "😀**😀")]
    [InlineData("", 1, 1, null)]
    public void Only_the_ends_can_be_read(string raw, int first, int last, string? expected) =>
        Assert.Equal((expected, null), Transforming.By(new MaskCleaner(first, last), raw));

    [Theory]
    [InlineData("john@example.com", 1, "j***@example.com")]
    [InlineData("j@example.com", 1, "***@example.com")]
    [InlineData("john@example.com", 0, "***@example.com")]
    [InlineData("no address", 1, "***")]
    [InlineData("@example.com", 1, "***")]
    [InlineData("  ", 1, null)]
    public void Of_a_mailbox_only_the_beginning_can_be_read(string raw, int first, string? expected) =>
        Assert.Equal((expected, null), Transforming.By(new EmailMaskCleaner(first), raw));

    [Fact]
    public void Ordinary_values_allocate_nothing()
    {
        Transforming.AssertAllocatesNothing(new MaskCleaner(1, 2), "John Smith", "a");
        Transforming.AssertAllocatesNothing(new EmailMaskCleaner(1), "john@example.com", "a");
    }
}
