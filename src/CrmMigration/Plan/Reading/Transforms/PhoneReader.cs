using System.Text.Json;
using CrmMigration.Clean.Phones;
using CrmMigration.Clean.Places;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>{ "phone": { "region": "US", "regionFrom": "country" } }</c>.</summary>
internal sealed class PhoneReader : SettingsReader
{
    private const string Letters = "a region's two letters, such as \"US\" (ISO 3166-1 alpha-2)";

    protected override string Expected => "the region that national numbers are of";

    protected override string Example => "{ \"phone\": { \"region\": \"US\" } } with your region's two letters";

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        var values = new SettingValues(settings, findings, PlanShape.Phone);
        var column = values.OptionalText("regionFrom", "a source column with the country of each number");
        var letters = column is not null && values.Find("region") is null ? null : values.Text("region", Letters);
        if (letters is not null && values.Find("region") is { Kind: JsonValueKind.String } && !PhoneRegion.TryFind(letters, out _))
        {
            var meant = Country.Find(letters) is { IsGuess: false } country ? $"Did you mean '{country.Iso2}'? " : "";
            values.Mistake(
                "region", $"\"{letters}\" is not a region whose numbers are known", Letters, $"{meant}Write the two letters of the country whose numbers have no country code.");
        }

        return values.Make(() => new PhoneTransform(letters?.ToUpperInvariant(), column));
    }
}
