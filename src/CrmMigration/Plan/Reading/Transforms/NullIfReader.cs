using System.Text.Json;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>
/// Reads <c>"nullIf"</c> (the usual placeholders), <c>{ "nullIf": ["x"] }</c> (these values), and both together:
/// <c>{ "nullIf": { "values": ["x"], "placeholders": true } }</c>.
/// </summary>
internal sealed class NullIfReader : TransformReader
{
    private const string Expected = "a list of values that count as none";

    public override Transform? ReadName(PlanNode name, Findings findings) => new NullIfTransform([], true);

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        var isList = settings.Kind == JsonValueKind.Array;
        var values = new SettingValues(isList ? settings with { Kind = JsonValueKind.Object } : settings, findings, PlanShape.NullIf);
        var list = isList ? values.Texts(settings, Expected) : values.Texts("values", Expected);
        var placeholders = values.Flag("placeholders");
        if (settings.Kind is JsonValueKind.Array or JsonValueKind.Object && list.Count == 0 && !placeholders)
        {
            findings.Add(settings, "there are no values here", Expected, "Name the values, or write \"nullIf\" alone for the usual placeholders.");
        }

        return values.Make(() => new NullIfTransform(list, placeholders));
    }
}
