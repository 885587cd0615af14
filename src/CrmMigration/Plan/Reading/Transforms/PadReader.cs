using System.Text;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>{ "pad": { "length": 8, "with": "0", "at": "start" } }</c>.</summary>
internal sealed class PadReader : SettingsReader
{
    private const int LongestPadding = 1000;
    private const string One = "one character";

    protected override string Expected => "the length that shorter values are filled up to";

    protected override string Example => "{ \"pad\": { \"length\": 8, \"with\": \"0\" } } with your length";

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        var values = new SettingValues(settings, findings, PlanShape.Pad);
        var length = values.RequiredWhole("length", 1, LongestPadding);
        var with = values.OptionalText("with", One) ?? "0";
        var isOne = Rune.TryGetRuneAt(with.Length > 0 ? with : "\uD800", 0, out var rune) && rune.Utf16SequenceLength == with.Length && rune.Value != 0;
        if (!isOne && values.Find("with") is { Kind: System.Text.Json.JsonValueKind.String } written)
        {
            findings.Add(written, $"{written.Shown} stands here", One, "Write the character to fill with.");
        }

        var at = values.Choice("at", "start", "end");
        return values.Make(() => new PadTransform(length!.Value, rune, at == "end"));
    }
}
