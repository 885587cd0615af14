namespace CrmMigration.Clean.Places;

/// <summary>Why a text names no country or is no postal code.</summary>
internal static class PlaceRules
{
    public static readonly Rule UnknownCountry =
        new("country.unknown", "The value is neither a country's name nor its code in ISO 3166.");

    public static readonly Rule AmbiguousCountry =
        new("country.ambiguous", "The value may mean more than one of today's countries, and it is not clear which.");

    public static readonly Rule MalformedPostalCode =
        new("postal-code.malformed", "The value is not written like a postal code of its country.");

    public static IEnumerable<Rule> All => [UnknownCountry, AmbiguousCountry, MalformedPostalCode];
}
