using CrmMigration.Clean.Phones;
using Xunit;

namespace CrmMigration.Tests.Clean.Phones;

public class PhoneSuggestionTests
{
    [Theory]
    [InlineData("44 121 234 5678", "US", "+441212345678")]
    [InlineData("0044 121 234 5678", "US", "+441212345678")]
    [InlineData("+020 7946 0018", "GB", "+442079460018")]
    [InlineData("O2O 7946 0018", "GB", "+442079460018")]
    [InlineData("2 1234 5678", "IT", "+390212345678")]
    [InlineData("+34 (0)612 34 56 78", "US", "+34612345678")]
    [InlineData("555-1234 / 201-555-5678", "US", "+12015555678")]
    [InlineData("00+44 121 234 5678", "FR", "+441212345678")]
    [InlineData("442079460018", null, "+442079460018")]
    public void The_only_valid_reading_is_suggested(string raw, string? iso2, string expected)
    {
        var (number, _, rule) = Cleaning.PhoneParts(raw, iso2);

        Assert.Equal("", number);
        Assert.NotNull(rule);
        Assert.Equal(expected, Suggested(raw, iso2));
    }

    [Theory]
    [InlineData("555-1234", "US")]
    [InlineData("unknown", "US")]
    [InlineData("555-1234 / 555-5678", "US")]
    [InlineData("1.23E+10", "US")]
    [InlineData("", "US")]
    [InlineData("020 7946 0018", null)]
    public void Where_no_reading_is_valid_nothing_is_suggested(string raw, string? iso2)
    {
        var suggested = Suggested(raw, iso2);

        Assert.Equal("", suggested);
    }

    [Fact]
    public void Where_two_readings_differ_nothing_is_suggested()
    {
        var (first, second) = (Suggested("7946 0018 / +44 20 7946 0019", "GB"), Suggested("x / 201 555 0123 & 555 / 201 555 0124", "GB"));

        Assert.Equal(("+442079460019", ""), (first, second));
    }

    private static string Suggested(string raw, string? iso2)
    {
        var region = iso2 is not null && PhoneRegion.TryFind(iso2, out var found) ? found : null;
        var destination = new char[PhoneNumber.MostCharacters];
        return new(destination, 0, new PhoneCleaner(region).Suggest(raw, destination));
    }
}
