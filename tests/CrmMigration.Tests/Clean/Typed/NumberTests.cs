using CrmMigration.Clean.Typed;
using Xunit;

namespace CrmMigration.Tests.Clean.Typed;

public class NumberTests
{
    private static readonly NumberSettings English = new();
    private static readonly NumberSettings German = new() { Signs = new(',', '.') };

    [Theory]
    [InlineData("1234.50", "1234.50")]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("12,34,567.8", "1234567.8")]
    [InlineData(" $1,234.50 ", "1234.50")]
    [InlineData("-5", "-5")]
    [InlineData("−5", "-5")]
    [InlineData("5-", "-5")]
    [InlineData("- 5", "-5")]
    [InlineData("+5", "5")]
    [InlineData("(1,234.50)", "-1234.50")]
    [InlineData("($1,234.50)", "-1234.50")]
    [InlineData("$(5)", "-5")]
    [InlineData("(5) EUR", "-5")]
    [InlineData("USD 12", "12")]
    [InlineData("12usd", "12")]
    [InlineData("US$12 USD", "12")]
    [InlineData("Rs.500", "500")]
    [InlineData("$.5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("007", "7")]
    [InlineData("000", "0")]
    [InlineData("-0.00", "0.00")]
    [InlineData("1.10", "1.10")]
    [InlineData("1'234.50", "1234.50")]
    [InlineData("1 234 567.5", "1234567.5")]
    [InlineData("１，２３４．５", "1234.5")]
    [InlineData("١٢٣٤٫٥", "1234.5")]
    [InlineData("1.5E3", "1500")]
    [InlineData("1.5e-3", "0.0015")]
    [InlineData("12E2", "1200")]
    public void A_number_in_English_becomes_a_plain_one(string raw, string expected) =>
        Assert.Equal((expected, null), Transforming.By(new NumberCleaner(English), raw));

    [Theory]
    [InlineData("1.234,56 €", "1234.56")]
    [InlineData("€ 1.234,56", "1234.56")]
    [InlineData("1 234,56", "1234.56")]
    [InlineData("1\u00A0234,56", "1234.56")]
    [InlineData("1\u202F234\u202F567,56", "1234567.56")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1.234", "1234")]
    [InlineData("-1.234,5", "-1234.5")]
    [InlineData("1.234,5-", "-1234.5")]
    [InlineData("12,-", "12")]
    [InlineData("12,-- EUR", "12")]
    [InlineData("CHF 12,50", "12.50")]
    [InlineData("12,50 zł", "12.50")]
    [InlineData("12,50 Kč", "12.50")]
    [InlineData("12,50kr.", "12.50")]
    public void A_number_of_the_continent_becomes_a_plain_one(string raw, string expected) =>
        Assert.Equal((expected, null), Transforming.By(new NumberCleaner(German), raw));

    [Theory]
    [InlineData("-")]
    [InlineData("n/a")]
    [InlineData("$")]
    [InlineData("()")]
    [InlineData("(-5)")]
    [InlineData("--5")]
    [InlineData("12abc")]
    [InlineData("1 of 2")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("1e-2147483648")]
    [InlineData("12/3")]
    [InlineData("0x1F")]
    [InlineData("$5 €")]
    public void What_is_no_number_is_unusable(string raw) =>
        Assert.Equal((null, "number.not-a-number"), Transforming.By(new NumberCleaner(English), raw));

    [Theory]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("12,50", "12.50")]
    [InlineData("1,23,4", null)]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1,234 567", null)]
    [InlineData("1234,567.8", null)]
    [InlineData(",5", "0.5")]
    public void Separators_that_cannot_be_are_told_with_the_other_reading(string raw, string? suggestion)
    {
        var cleaner = new NumberCleaner(English);

        Assert.Equal((null, "number.separators"), Transforming.By(cleaner, raw));
        Assert.Equal(suggestion, Transforming.Suggestion(cleaner, raw));
    }

    [Theory]
    [InlineData("de", "1.234,5", "1234.5")]
    [InlineData("de-CH", "1’234.5", "1234.5")]
    [InlineData("fr-FR", "1 234,5", "1234.5")]
    [InlineData("es-MX", "1,234.5", "1234.5")]
    [InlineData("pt_BR", "1.234,5", "1234.5")]
    [InlineData("en-GB", "1,234.5", "1234.5")]
    public void Cultures_have_their_signs(string culture, string raw, string expected)
    {
        Assert.True(NumberSigns.TryFind(culture, out var signs));

        Assert.Equal((expected, null), Transforming.By(new NumberCleaner(new() { Signs = signs }), raw));
    }

    [Fact]
    public void A_dot_among_blanks_is_no_sign_but_a_guess()
    {
        Assert.True(NumberSigns.TryFind("fr", out var signs));
        var cleaner = new NumberCleaner(new() { Signs = signs });

        Assert.Equal((null, "number.separators"), Transforming.By(cleaner, "1.234,56"));
        Assert.Equal("1234.56", Transforming.Suggestion(cleaner, "1.234,56"));
        Assert.False(NumberSigns.TryFind("xx-YY", out _));
    }

    [Theory]
    [InlineData(PercentReading.Refuse, "12 %", null, "number.percent")]
    [InlineData(PercentReading.Number, "12.5 %", "12.5", null)]
    [InlineData(PercentReading.Fraction, "12.5 %", "0.125", null)]
    [InlineData(PercentReading.Fraction, "%5", "0.05", null)]
    [InlineData(PercentReading.Fraction, "-1200%", "-12.00", null)]
    [InlineData(PercentReading.Fraction, "12", "12", null)]
    public void A_percentage_becomes_what_is_asked(PercentReading reading, string raw, string? expected, string? rule) =>
        Assert.Equal((expected, rule), Transforming.By(new NumberCleaner(new() { Percent = reading }), raw));

    [Theory]
    [InlineData("12.00", "12", null)]
    [InlineData("1,200", "1200", null)]
    [InlineData("1.2e1", "12", null)]
    [InlineData("12.5", null, "number.not-whole")]
    public void A_whole_number_has_no_fraction(string raw, string? expected, string? rule) =>
        Assert.Equal((expected, rule), Transforming.By(new NumberCleaner(new() { IsWhole = true }), raw));

    [Theory]
    [InlineData("€ 5", "5", null)]
    [InlineData("5", "5", null)]
    [InlineData("EUR 5", "5", null)]
    [InlineData("$ 5", null, "number.other-currency")]
    [InlineData("5 CHF", null, "number.other-currency")]
    public void An_amount_in_another_currency_is_told(string raw, string? expected, string? rule) =>
        Assert.Equal((expected, rule), Transforming.By(new NumberCleaner(new() { Currency = "EUR" }), raw));

    [Fact]
    public void Digits_are_kept_however_many_there_are()
    {
        var raw = $"{new string('9', 500)}.{new string('1', 500)}0";

        Assert.Equal((raw, null), Transforming.By(new NumberCleaner(English), raw));
    }

    [Fact]
    public void Ordinary_values_allocate_nothing() =>
        Transforming.AssertAllocatesNothing(new NumberCleaner(German), "1.234,56 €", "USD 12", "(5)", "n/a", "12 %", "1,5E3");
}
