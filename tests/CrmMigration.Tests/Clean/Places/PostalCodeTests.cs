using CrmMigration.Clean.Places;
using Xunit;

namespace CrmMigration.Tests.Clean.Places;

public class PostalCodeTests
{
    [Theory]
    [InlineData("DE", "01067", "01067")]
    [InlineData("DE", "D-01067", "01067")]
    [InlineData("DE", "DE 01067", "01067")]
    [InlineData("AT", "A-1010", "1010")]
    [InlineData("CH", "CH-8001", "8001")]
    [InlineData("GB", "sw1a1aa", "SW1A 1AA")]
    [InlineData("GB", "M1 1AE", "M1 1AE")]
    [InlineData("GB", "EC1A  1BB", "EC1A 1BB")]
    [InlineData("CA", "k1a0b1", "K1A 0B1")]
    [InlineData("CA", "K1A-0B1", "K1A 0B1")]
    [InlineData("US", "94103", "94103")]
    [InlineData("US", "941031234", "94103-1234")]
    [InlineData("US", "94103-1234", "94103-1234")]
    [InlineData("NL", "1012ab", "1012 AB")]
    [InlineData("NL", "NL-1012 AB", "1012 AB")]
    [InlineData("SE", "11455", "114 55")]
    [InlineData("SE", "S-114 55", "114 55")]
    [InlineData("PL", "00950", "00-950")]
    [InlineData("PT", "1000205", "1000-205")]
    [InlineData("BR", "01310100", "01310-100")]
    [InlineData("JP", "〒100-0001", "100-0001")]
    [InlineData("JP", "１００−０００１", "100-0001")]
    [InlineData("IE", "d02af30", "D02 AF30")]
    [InlineData("LV", "1010", "LV-1010")]
    [InlineData("LV", "LV1010", "LV-1010")]
    [InlineData("AD", "500", "AD500")]
    [InlineData("GI", "gx111aa", "GX11 1AA")]
    [InlineData("GG", "GY11AA", "GY1 1AA")]
    [InlineData("MT", "vlt1117", "VLT 1117")]
    public void A_code_is_written_as_its_country_writes_it(string country, string raw, string expected) =>
        Assert.Equal((expected, null), Transforming.By(new PostalCodeCleaner(country), raw));

    [Theory]
    [InlineData("DE", "1067", "01067")]
    [InlineData("DE", "1067.0", "01067")]
    [InlineData("DE", "O1067", "01067")]
    [InlineData("DE", "010678", null)]
    [InlineData("DE", "abcde", null)]
    [InlineData("US", "2134", "02134")]
    [InlineData("US", "941O3", "94103")]
    [InlineData("US", "94103/12", null)]
    [InlineData("CA", "KIA OB1", "K1A 0B1")]
    [InlineData("CA", "D1A 0B1", null)]
    [InlineData("GB", "SW1A", null)]
    [InlineData("GI", "?", null)]
    [InlineData("AT", "0", null)]
    public void What_is_no_code_of_the_country_is_malformed(string country, string raw, string? suggestion)
    {
        var cleaner = new PostalCodeCleaner(country);

        Assert.Equal((null, "postal-code.malformed"), Transforming.By(cleaner, raw));
        Assert.Equal(suggestion, Transforming.Suggestion(cleaner, raw));
    }

    [Fact]
    public void Where_codes_are_not_known_the_value_stays()
    {
        Assert.Equal(("any thing", null), Transforming.By(new PostalCodeCleaner("HK"), " any thing "));
        Assert.Null(Transforming.Suggestion(new PostalCodeCleaner("HK"), "x"));
    }

    [Fact]
    public void Every_country_of_the_table_is_one()
    {
        Assert.True(PostalCodeCleaner.Countries.Count >= 100);
        Assert.All(PostalCodeCleaner.Countries, iso2 => Assert.Equal(iso2, Country.Find(iso2)?.Iso2));
    }

    [Fact]
    public void Ordinary_values_allocate_nothing()
    {
        Transforming.AssertAllocatesNothing(new PostalCodeCleaner("GB"), "sw1a1aa", "nonsense", "");
        Transforming.AssertAllocatesNothing(new PostalCodeCleaner("US"), "94103", "94103-1234");
    }
}
