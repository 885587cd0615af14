using CrmMigration.Clean.Text;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>{ "replace": { "pattern": "\\s+", "with": " " } }</c>.</summary>
internal sealed class ReplaceReader : SettingsReader
{
    private const string Pattern = "a regular expression in the way of .NET";

    protected override string Expected => "the pattern that is looked for, and what stands in place of it";

    protected override string Example => "{ \"replace\": { \"pattern\": \"^0049\", \"with\": \"+49\" } } with yours";

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        var values = new SettingValues(settings, findings, PlanShape.Replace);
        var pattern = values.Text("pattern", Pattern);
        var with = values.OptionalText("with", "the text in place of each match") ?? "";
        var ignoreCase = values.Flag("ignoreCase");
        return values.Make(() => Parse(values, (pattern, with), ignoreCase));
    }

    private static ReplaceTransform? Parse(SettingValues values, (string Pattern, string With) texts, bool ignoreCase)
    {
        if (texts.Pattern.Length == 0)
        {
            values.Mistake("pattern", "an empty text stands here", Pattern, "Write the pattern that is looked for.");
            return null;
        }

        if (texts.With.Length > ReplacementPattern.LongestReplacement)
        {
            values.Mistake(
                "with", $"a text of {texts.With.Length} characters stands here", $"at most {ReplacementPattern.LongestReplacement} characters",
                "Write a shorter text.");
            return null;
        }

        if (!ReplacementPattern.TryParse(texts, ignoreCase, out var parsed, out var fault))
        {
            values.Mistake(fault.Contains("group", StringComparison.Ordinal) || fault.Contains("dollar", StringComparison.Ordinal) ? "with" : "pattern", fault, Pattern, "Correct it.");
        }

        return parsed is null ? null : new(parsed);
    }
}
