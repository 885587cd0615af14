using CrmMigration.Clean;
using CrmMigration.Clean.Phones;
using Xunit;

namespace CrmMigration.Tests.Clean.Phones;

/// <summary>Why a number was refused, in a sentence that names its region and never the number.</summary>
public class PhoneFaultsTell
{
    [Theory]
    [InlineData("555-1234", "US", "The number has too few digits for US; the area code may be missing.")]
    [InlineData("20155501231234", "US", "The number has too many digits for US.")]
    [InlineData("+1 555 555 5555", "GB", "No number of US begins like this one.")]
    [InlineData("+44 121 234", "US", "The number has too few digits for GB; the area code may be missing.")]
    [InlineData("+800 123 456", "US", "The number has too few digits for +800; the area code may be missing.")]
    public void The_reason_names_the_region(string raw, string iso2, string reason)
    {
        var rule = RuleOf(raw, iso2);

        Assert.Equal(reason, rule?.Reason);
        Assert.Equal(rule?.Code, CleaningRules.Find(rule!.Code)?.Code);
    }

    [Theory]
    [InlineData("020 7946 0018", "phone.no-country")]
    [InlineData("442079460018", "phone.no-country")]
    [InlineData("+999 1234 5678", "phone.unknown-country")]
    public void Without_a_region_a_number_must_be_international(string raw, string code)
    {
        var rule = RuleOf(raw, null);

        Assert.Equal(code, rule?.Code);
        Assert.Equal("+442079460018", Cleaning.PhoneParts("+44 20 7946 0018", iso2: null).Number);
    }

    private static Rule? RuleOf(string raw, string? iso2)
    {
        var region = iso2 is not null && PhoneRegion.TryFind(iso2, out var found) ? found : null;
        return PhoneNumber.Clean(raw, region, new char[PhoneNumber.MostCharacters]).Rule;
    }
}
