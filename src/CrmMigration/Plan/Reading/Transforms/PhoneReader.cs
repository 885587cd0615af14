using CrmMigration.Clean;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>{ "phone": { "region": "US" } }</c>.</summary>
internal sealed class PhoneReader : SettingsReader
{
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
            $"Write the two letters of the country whose numbers have no country code; known are {string.Join(", ", PhoneRegion.Known.Order(StringComparer.Ordinal))}.");
        return null;
    }
}
