using Xunit;

namespace CrmMigration.Tests.Clean;

public class PhoneExtensionTests
{
    [Theory]
    [InlineData("(201) 555-0123 x123")]
    [InlineData("(201) 555-0123x123")]
    [InlineData("(201) 555-0123 ext. 123")]
    [InlineData("(201) 555-0123, EXT 123")]
    [InlineData("(201) 555-0123 extension 123")]
    [InlineData("(201) 555-0123 #123")]
    [InlineData("+12015550123;ext=123")]
    [InlineData("(201) 555-0123 x١٢٣")]
    public void A_number_is_kept_and_its_extension_said_to_be_left_out(string raw)
    {
        var cleaned = Cleaning.Phone(raw);

        Assert.Equal(("+12015550123", "phone.extension-left-out"), cleaned);
    }

    [Fact]
    public void An_extension_mark_without_digits_loses_nothing()
    {
        var cleaned = Cleaning.Phone("(201) 555-0123 ext.");

        Assert.Equal(("+12015550123", null), cleaned);
    }

    [Fact]
    public void An_extension_does_not_save_a_number_that_is_too_short()
    {
        var cleaned = Cleaning.Phone("555-0123 x99");

        Assert.Equal((null, "phone.too-short"), cleaned);
    }

    [Fact]
    public void An_extension_alone_is_no_number()
    {
        var cleaned = Cleaning.Phone("x123");

        Assert.Equal((null, "phone.not-a-number"), cleaned);
    }
}
