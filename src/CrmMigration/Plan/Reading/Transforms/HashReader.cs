using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>{ "hash": { "key": "PseudonymKey" } }</c>.</summary>
internal sealed class HashReader : SettingsReader
{
    private const string KeyName = "the name of a secret key, such as \"PseudonymKey\"";

    protected override string Expected => KeyName;

    protected override string Example => "{ \"hash\": { \"key\": \"PseudonymKey\" } } with your key's name, which is set beside the connections";

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        var values = new SettingValues(settings, findings, PlanShape.Hash);
        var name = values.Required("key", KeyName) is { } key ? findings.Text(key, KeyName) : "";
        return values.Make(() => new HashTransform(name));
    }
}
