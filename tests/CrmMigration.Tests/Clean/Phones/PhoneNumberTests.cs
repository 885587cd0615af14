using Xunit;

namespace CrmMigration.Tests.Clean.Phones;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("(201) 555-0123", "US", "+12015550123")]
    [InlineData("1 (201) 555.0123", "US", "+12015550123")]
    [InlineData("011 44 121 234 5678", "US", "+441212345678")]
    [InlineData("506-234-5678", "CA", "+15062345678")]
    [InlineData("0121 234 5678", "GB", "+441212345678")]
    [InlineData("030/901820", "DE", "+4930901820")]
    [InlineData("0049-30-901820", "GB", "+4930901820")]
    [InlineData("06.12.34.56.78", "FR", "+33612345678")]
    [InlineData("02 1234 5678", "IT", "+390212345678")]
    [InlineData("8 (912) 345-67-89", "RU", "+79123456789")]
    [InlineData("21 23 45 67", "NO", "+4721234567")]
    [InlineData("001 65 6123 4567", "SG", "+6561234567")]
    [InlineData("011 15-2345-6789", "AR", "+5491123456789")]
    [InlineData("0 15 21 5555-1234", "BR", "+552155551234")]
    [InlineData("(0xx11) 5555-1234", "BR", "+551155551234")]
    [InlineData("642-1234", "VI", "+13406421234")]
    [InlineData("0549 886 377", "SM", "+3780549886377")]
    [InlineData("886377", "SM", "+3780549886377")]
    [InlineData("8~10 44 121 234 5678", "RU", "+441212345678")]
    [InlineData("044 55 1234 5678", "MX", "+525512345678")]
    [InlineData("01 55 1234 5678", "MX", "+525512345678")]
    public void A_number_is_read_as_dialled_in_its_region(string raw, string region, string expected)
    {
        var cleaned = Cleaning.Phone(raw, region);

        Assert.Equal((expected, null), cleaned);
    }

    [Theory]
    [InlineData("+44 (0)121 234 5678")]
    [InlineData("+4401212345678")]
    [InlineData("(+44) 121-234-5678")]
    [InlineData("++44 121.234.5678")]
    [InlineData("tel:+44-121-234-5678")]
    [InlineData("Phone: +44 121 234 5678")]
    [InlineData("+44 121 234 5678 (work)")]
    [InlineData("'+441212345678")]
    [InlineData("＋４４ １２１ ２３４ ５６７８")]
    [InlineData("+٤٤ ١٢١ ٢٣٤ ٥٦٧٨")]
    [InlineData("\u202A+44\u00A0121\u200B234–5678\u202C\r\n")]
    public void An_international_number_means_the_same_in_every_region_and_notation(string raw)
    {
        var cleaned = (Cleaning.Phone(raw, "US"), Cleaning.Phone(raw, "NO"));

        Assert.Equal((("+441212345678", null), ("+441212345678", null)), cleaned);
    }

    [Theory]
    [InlineData("441212345678", "GB", "+441212345678")]
    [InlineData("4930123456", "DE", "+4930123456")]
    [InlineData("12015550123", "US", "+12015550123")]
    [InlineData("918123456789", "IN", "+918123456789")]
    [InlineData("9123456789", "IN", "+919123456789")]
    public void A_calling_code_without_its_plus_is_recognised(string raw, string region, string expected)
    {
        var cleaned = Cleaning.Phone(raw, region);

        Assert.Equal((expected, null), cleaned);
    }

    [Theory]
    [InlineData("+355 4 234 5678", "+35542345678")]
    [InlineData("+800 1234 5678", "+80012345678")]
    [InlineData("+52 1 55 1234 5678", "+525512345678")]
    [InlineData("+39 02 1234 5678", "+390212345678")]
    [InlineData("+881 6 1234 5678", "+881612345678")]
    public void Every_country_and_the_numbers_of_none_are_known(string raw, string expected)
    {
        var cleaned = Cleaning.Phone(raw);

        Assert.Equal((expected, null), cleaned);
    }

    [Theory]
    [InlineData("800-CALL-ATT", "US", "+18002255288")]
    [InlineData("1-800-FLOWERS", "US", "+18003569377")]
    [InlineData("0800 REVERSE", "GB", "+448007383773")]
    public void Letters_are_the_digits_of_their_keys_and_that_is_said(string raw, string region, string expected)
    {
        var cleaned = Cleaning.Phone(raw, region);

        Assert.Equal((expected, "phone.letters-dialled"), cleaned);
    }

    [Fact]
    public void What_a_spreadsheet_makes_of_a_number_is_the_number()
    {
        var cleaned = Cleaning.Phone("2015550123.0");

        Assert.Equal(("+12015550123", null), cleaned);
    }

    [Theory]
    [InlineData("unknown", "phone.not-a-number")]
    [InlineData("-", "phone.not-a-number")]
    [InlineData("call office", "phone.not-a-number")]
    [InlineData("*67", "phone.too-short")]
    [InlineData("x123", "phone.too-short")]
    [InlineData("1.23E+10", "phone.unexpected-text")]
    [InlineData("O2O 7946 0018", "phone.unexpected-text")]
    [InlineData("2.015550123E+9", "phone.unexpected-text")]
    [InlineData("555-1234 / 555-5678", "phone.several-numbers")]
    [InlineData("555-1234 / 201-555-5678", "phone.several-numbers")]
    [InlineData("555-1234", "phone.too-short")]
    [InlineData("112", "phone.too-short")]
    [InlineData("0", "phone.too-short")]
    [InlineData("+1", "phone.too-short")]
    [InlineData("20155501231234", "phone.too-long")]
    [InlineData("123456789012345678901234567890", "phone.too-long")]
    [InlineData("+1 555 555 5555", "phone.not-assigned")]
    [InlineData("+1 201 155 5555", "phone.not-assigned")]
    [InlineData("+999 1234 5678", "phone.unknown-country")]
    public void What_is_no_clear_number_is_cleared_by_its_rule(string raw, string rule)
    {
        var cleaned = Cleaning.Phone(raw);

        Assert.Equal((null, rule), cleaned);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0\u200E\r\n")]
    public void A_blank_value_is_null_and_nothing_is_lost(string raw)
    {
        var cleaned = Cleaning.Phone(raw);

        Assert.Equal((null, null), cleaned);
    }
}
