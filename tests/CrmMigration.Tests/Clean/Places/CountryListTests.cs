using CrmMigration.Clean.Places;
using Xunit;

namespace CrmMigration.Tests.Clean.Places;

public class CountryListTests
{
    [Fact]
    public void All_of_ISO_3166_is_there_by_its_three_codes()
    {
        var entries = CountryNames.All().Where(entry => !entry.Country.IsGuess).GroupBy(entry => entry.Country.Iso2).ToList();
        var codes = CountryNames.All().Where(entry => entry.Name.Length == 3 && entry.Name.All(char.IsAsciiDigit)).ToList();

        Assert.Equal(250, entries.Count);
        Assert.Equal(249, codes.Count);
        Assert.Equal(249, codes.DistinctBy(code => code.Name).Count());
        Assert.All(entries, entry => Assert.Equal(entry.Key, Country.Find(entry.Key)?.Iso2));
    }

    [Fact]
    public void No_name_is_claimed_by_two_countries()
    {
        var contradictions = CountryNames.All().Where(entry => entry.Name.Length > 0)
            .GroupBy(entry => CountryKey.Of(entry.Name), entry => entry.Country)
            .Where(group => group.Distinct().Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Distinct())}");

        Assert.Empty(contradictions);
    }

    [Fact]
    public void Every_name_is_found_and_has_room()
    {
        Assert.All(CountryNames.All().Where(entry => entry.Name.Length > 0), entry => Assert.Equal(entry.Country, Country.Find(entry.Name)));
        Assert.All(CountryNames.Keys, key => Assert.NotEmpty(key));
    }
}
