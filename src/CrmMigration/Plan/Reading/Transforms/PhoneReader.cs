using CrmMigration.Clean.Phones;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>{ "phone": { "region": "US" } }</c>.</summary>
internal sealed class PhoneReader : SettingsReader
{
    // What people take for a country's two letters.
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UK"] = "GB",
        ["EN"] = "GB",
        ["GBR"] = "GB",
        ["EL"] = "GR",
        ["USA"] = "US",
        ["CAN"] = "CA",
        ["AUS"] = "AU",
        ["DEU"] = "DE",
        ["GER"] = "DE",
        ["FRA"] = "FR",
        ["ESP"] = "ES",
        ["ITA"] = "IT",
        ["NLD"] = "NL",
        ["CHE"] = "CH",
        ["AUT"] = "AT",
        ["BEL"] = "BE",
        ["POL"] = "PL",
        ["JPN"] = "JP",
        ["CHN"] = "CN",
        ["IND"] = "IN",
    };

    private const string Letters = "a region's two letters, such as \"US\" (ISO 3166-1 alpha-2)";

    protected override string Expected => "the region that national numbers are of";

    protected override string Example => "{ \"phone\": { \"region\": \"US\" } } with your region's two letters";

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        var reader = new ObjectReader(settings, findings, PlanShape.Phone);
        if (reader.Required("region", Letters) is not { } region || findings.Text(region, Letters) is not { Length: > 0 } letters)
        {
            return null;
        }

        if (PhoneRegion.TryFind(letters.ToUpperInvariant(), out _))
        {
            return new PhoneTransform(letters.ToUpperInvariant());
        }

        findings.Add(
            region, $"{region.Shown} is not a region whose numbers are known", Letters,
            $"{Suggestion(letters)}Write the two letters of the country whose numbers have no country code.");
        return null;
    }

    private static string Suggestion(string letters) => Meant.TryGetValue(letters, out var meant) ? $"Did you mean '{meant}'? " : "";
}
