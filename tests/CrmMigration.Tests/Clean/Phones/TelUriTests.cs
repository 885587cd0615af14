using Xunit;

namespace CrmMigration.Tests.Clean.Phones;

public class TelUriTests
{
    [Theory]
    [InlineData("tel:+44-20-7946-0018", "")]
    [InlineData("tel:+44-20-7946-0018;ext=12", "12")]
    [InlineData("tel:7946-0018;phone-context=+44-20", "")]
    [InlineData("tel:7946-0018;phone-context=+44-20;ext=12", "")]
    [InlineData("tel:020-7946-0018;phone-context=example.com", "")]
    [InlineData("7946-0018;phone-context=+4420", "")]
    [InlineData("tel:+44-20-7946-0018;isub=12345", "")]
    public void A_uri_is_read_with_its_parameters(string raw, string extension)
    {
        var cleaned = Cleaning.PhoneParts(raw, "GB");

        Assert.Equal(("+442079460018", extension, null), cleaned);
    }

    [Theory]
    [InlineData("tel:020-7946-0018;phone-context=")]
    [InlineData("tel:020-7946-0018;phone-context=+")]
    [InlineData("tel:020-7946-0018;phone-context=64..")]
    [InlineData("tel:020-7946-0018;phone-context=a.b-")]
    public void A_context_that_is_none_makes_the_number_none(string raw)
    {
        var cleaned = Cleaning.PhoneParts(raw, "GB");

        Assert.Equal(("", "", "phone.not-a-number"), cleaned);
    }
}
