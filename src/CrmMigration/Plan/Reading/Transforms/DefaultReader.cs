using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>{ "default": "unknown" }</c>.</summary>
internal sealed class DefaultReader : SettingsReader
{
    protected override string Expected => "the value to write in place of none";

    protected override string Example => "{ \"default\": \"unknown\" } with your value";

    public override Transform? ReadSettings(PlanNode settings, Findings findings) =>
        ValueReader.Read(settings, findings) is { } value ? new DefaultTransform(value) : null;
}
