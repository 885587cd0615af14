using CrmMigration.Clean.Places;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>{ "postalCode": { "country": "DE", "countryFrom": "country" } }</c>.</summary>
internal sealed class PostalCodeReader : SettingsReader
{
    private const string Letters = "a country's two letters, such as \"DE\" (ISO 3166-1 alpha-2)";

    protected override string Expected => "the country that the codes are of";

    protected override string Example => "{ \"postalCode\": { \"country\": \"DE\" } } with your country's two letters";

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        var values = new SettingValues(settings, findings, PlanShape.PostalCode);
        var column = values.OptionalText("countryFrom", "a source column with the country of each code");
        var country = column is not null && values.Find("country") is null ? null : values.Text("country", Letters);
        var known = country is null ? null : Country.Find(country);
        if (values.Find("country") is { Kind: System.Text.Json.JsonValueKind.String } && known is not { IsGuess: false })
        {
            values.Mistake("country", $"\"{country}\" is no country", Letters, "Write the two letters of the country.");
        }

        return values.Make(() => new PostalCodeTransform(known?.Iso2, column));
    }
}
