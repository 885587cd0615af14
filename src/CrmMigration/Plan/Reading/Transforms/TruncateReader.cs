using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>{ "truncate": 50 }</c>.</summary>
internal sealed class TruncateReader : SettingsReader
{
    protected override string Expected => "the most characters that stay";

    protected override string Example => "{ \"truncate\": 50 } with your number";

    public override Transform? ReadSettings(PlanNode settings, Findings findings) =>
        SettingValues.Whole(settings, findings, 1, int.MaxValue) is { } length ? new TruncateTransform(length) : null;
}
