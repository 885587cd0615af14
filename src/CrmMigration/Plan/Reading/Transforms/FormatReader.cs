using CrmMigration.Clean;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>{ "format": "{street}, {zip} {city}" }</c>.</summary>
internal sealed class FormatReader : SettingsReader
{
    private const string Text = "a text with source columns in braces, such as \"{street}, {zip} {city}\"";

    protected override string Expected => Text;

    protected override string Example => "{ \"format\": \"{street}, {zip} {city}\" } with your columns";

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        if (findings.Text(settings, Text) is not { Length: > 0 } format)
        {
            return null;
        }

        if (TextFormat.TryParse(format, out var parts, out var fault))
        {
            return new FormatTransform(format, parts);
        }

        findings.Add(settings, $"in {settings.Shown} {fault}", Text, "Put each column into braces of its own; double a brace that is meant.");
        return null;
    }
}
