using Xunit;

namespace CrmMigration.Tests.Clean.Phones;

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
    [InlineData("(201) 555-0123 доб. 123")]
    [InlineData("(201) 555-0123 int 123")]
    [InlineData("(201) 555-0123 anexo 123")]
    [InlineData("(201) 555-0123 extensión 123")]
    [InlineData("(201) 555-0123 extensio\u0301n 123")]
    [InlineData("(201) 555-0123 Durchwahl 123")]
    [InlineData("(201) 555-0123 poste: 123")]
    [InlineData("(201) 555-0123, 123")]
    [InlineData("(201) 555-0123,,123#")]
    [InlineData("(201) 555-0123;123")]
    [InlineData("(201) 555-0123 ~123")]
    [InlineData("(201) 555-0123 - 123#")]
    [InlineData("(201) 555-0123 (ext 123)")]
    [InlineData("(201) 555-0123/ext. 123")]
    [InlineData("(201) 555-0123 x123/x456")]
    [InlineData("(201) 555-0123 x123 / x456")]
    [InlineData("(201) 555-0123 ｅｘｔ．１２３")]
    public void An_extension_is_told_from_its_number(string raw)
    {
        var cleaned = Cleaning.PhoneParts(raw);

        Assert.Equal(("+12015550123", "123", null), cleaned);
    }

    [Fact]
    public void An_extension_without_a_place_is_said_to_be_left_out()
    {
        var cleaned = Cleaning.Phone("(201) 555-0123 ext. 123");

        Assert.Equal(("+12015550123", "phone.extension-left-out"), cleaned);
    }

    [Theory]
    [InlineData("(201) 555-0123 x1234567890")]
    [InlineData("(201) 555-0123 ext. 123456789012345678901")]
    public void Too_many_digits_are_no_extension(string raw)
    {
        var cleaned = Cleaning.PhoneParts(raw);

        Assert.Equal("", cleaned.Extension);
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
}
