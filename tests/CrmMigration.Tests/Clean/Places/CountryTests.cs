using CrmMigration.Clean.Places;
using Xunit;

namespace CrmMigration.Tests.Clean.Places;

public class CountryTests
{
    private static readonly CountryCleaner Cleaner = new();

    [Theory]
    [InlineData("Germany", "DE")]
    [InlineData(" deutschland ", "DE")]
    [InlineData("ALLEMAGNE", "DE")]
    [InlineData("Alemania", "DE")]
    [InlineData("Bundesrepublik Deutschland", "DE")]
    [InlineData("de", "DE")]
    [InlineData("DEU", "DE")]
    [InlineData("276", "DE")]
    [InlineData("U.S.A.", "US")]
    [InlineData("usa", "US")]
    [InlineData("United States of America", "US")]
    [InlineData("EE.UU.", "US")]
    [InlineData("UK", "GB")]
    [InlineData("England", "GB")]
    [InlineData("Great Britain", "GB")]
    [InlineData("Royaume-Uni", "GB")]
    [InlineData("Northern Ireland", "GB")]
    [InlineData("Ivory Coast", "CI")]
    [InlineData("Cote d'Ivoire", "CI")]
    [InlineData("CÔTE D’IVOIRE", "CI")]
    [InlineData("Korea, Republic of", "KR")]
    [InlineData("Republic of Korea", "KR")]
    [InlineData("Korea (Republic of)", "KR")]
    [InlineData("Korea, Democratic People's Republic of", "KP")]
    [InlineData("South Korea", "KR")]
    [InlineData("Türkiye", "TR")]
    [InlineData("TÜRKİYE", "TR")]
    [InlineData("Turkiye", "TR")]
    [InlineData("Turkey", "TR")]
    [InlineData("Holland", "NL")]
    [InlineData("The Netherlands", "NL")]
    [InlineData("Österreich", "AT")]
    [InlineData("Oesterreich", "AT")]
    [InlineData("Schweiz", "CH")]
    [InlineData("Suisse", "CH")]
    [InlineData("España", "ES")]
    [InlineData("Espana", "ES")]
    [InlineData("Italia", "IT")]
    [InlineData("Polska", "PL")]
    [InlineData("Россия", "RU")]
    [InlineData("Russian Federation", "RU")]
    [InlineData("日本", "JP")]
    [InlineData("中国", "CN")]
    [InlineData("भारत", "IN")]
    [InlineData("Congo, Democratic Republic of the", "CD")]
    [InlineData("Congo", "CG")]
    [InlineData("Holy See (Vatican City State)", "VA")]
    [InlineData("Saint Kitts and Nevis", "KN")]
    [InlineData("St. Kitts & Nevis", "KN")]
    [InlineData("Bosnia-Herzegovina", "BA")]
    [InlineData("Macedonia", "MK")]
    [InlineData("Burma", "MM")]
    [InlineData("Swaziland", "SZ")]
    [InlineData("Czech Republic", "CZ")]
    [InlineData("Hong Kong", "HK")]
    [InlineData("Taiwan", "TW")]
    [InlineData("Kosovo", "XK")]
    [InlineData("Bahamas (the)", "BS")]
    [InlineData("UAE", "AE")]
    [InlineData("Brasil", "BR")]
    [InlineData("México", "MX")]
    [InlineData("Viet Nam", "VN")]
    [InlineData("DDR", "DE")]
    [InlineData("DE - Germany", "DE")]
    [InlineData("Germany (Deutschland)", "DE")]
    [InlineData("Österreich/Austria", "AT")]
    public void A_country_becomes_its_code(string raw, string expected) => Assert.Equal((expected, null), Transforming.By(Cleaner, raw));

    [Theory]
    [InlineData("Atlantis", null)]
    [InlineData("-", null)]
    [InlineData("n/a", null)]
    [InlineData("N.A.", null)]
    [InlineData("Europe", null)]
    [InlineData("999", null)]
    [InlineData("Germny", "DE")]
    [InlineData("Untied States", "US")]
    [InlineData("San Francisco, USA", "US")]
    [InlineData("Austria / Germany", null)]
    public void What_names_no_country_is_unknown(string raw, string? suggestion)
    {
        Assert.Equal((null, "country.unknown"), Transforming.By(Cleaner, raw));
        Assert.Equal(suggestion, Transforming.Suggestion(Cleaner, raw));
    }

    [Theory]
    [InlineData("Korea", "KR")]
    [InlineData("Czechoslovakia", "CZ")]
    [InlineData("USSR", "RU")]
    [InlineData("Virgin Islands", "VI")]
    public void A_name_of_more_than_one_country_is_ambiguous(string raw, string suggestion)
    {
        Assert.Equal((null, "country.ambiguous"), Transforming.By(Cleaner, raw));
        Assert.Equal(suggestion, Transforming.Suggestion(Cleaner, raw));
    }

    [Fact]
    public void Ordinary_values_allocate_nothing() =>
        Transforming.AssertAllocatesNothing(Cleaner, "Germany", "DE", "U.S.A.", "Korea, Republic of", "DE - Germany", "Atlantis", "");
}
