using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>{ "split": { "by": ";", "part": 1 } }</c>, and <c>{ "split": { "by": ";" } }</c> for several columns.</summary>
internal sealed class SplitReader : SettingsReader
{
    private const int MostParts = 1000;
    private const string Separator = "the text between two parts";

    protected override string Expected => "what divides the parts, and which part is taken";

    protected override string Example => "{ \"split\": { \"by\": \";\", \"part\": 1 } } with yours";

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        var values = new SettingValues(settings, findings, PlanShape.Split);
        var separator = values.Text("by", Separator);
        if (separator.Length == 0 && values.Find("by") is { Kind: System.Text.Json.JsonValueKind.String })
        {
            values.Mistake("by", "an empty text stands here", Separator, "Write the separator; a blank stands for any blank space.");
        }

        var part = values.Whole("part", -MostParts, MostParts);
        if (part == 0)
        {
            values.Mistake("part", "0 stands here", "a part counted from 1, or from -1 at the end", "Write 1 for the first part, -1 for the last.");
        }

        return values.Make(() => part is { } one ? new SplitTransform(separator, one) : new SplitPartsTransform(separator, []));
    }
}
