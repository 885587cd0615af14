using System.Text.Json;
using CrmMigration.Clean.Text;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>
/// Reads <c>{ "valueMap": { "values": { "M": "male", "F": "female", "-": null }, "otherwise": "reject" } }</c>; otherwise is <c>"reject"</c>,
/// <c>"keep"</c>, or a value: <c>{ "value": "unknown" }</c>.
/// </summary>
internal sealed class ValueMapReader : SettingsReader
{
    private const string Listed = "an object with what becomes of each value, such as { \"M\": \"male\", \"F\": \"female\" }";
    private const string Others = "\"reject\", \"keep\", or { \"value\": \"unknown\" }";

    protected override string Expected => Listed;

    protected override string Example => "{ \"valueMap\": { \"values\": { \"M\": \"male\" }, \"otherwise\": \"reject\" } } with your values";

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        var values = new SettingValues(settings, findings, PlanShape.ValueMap);
        var listed = values.Required("values", Listed) is { } node && findings.IsKind(node, JsonValueKind.Object, Listed) ? ReadListed(node, findings) : [];
        var (otherwise, unlisted) = values.Find("otherwise") is { } others ? ReadOthers(others, findings) : (null, UnlistedValue.Unusable);
        return values.Make(() => new ValueMapTransform(listed) { Otherwise = otherwise, Unlisted = unlisted });
    }

    private static Dictionary<string, PlanValue?> ReadListed(PlanNode node, Findings findings)
    {
        ObjectReader.ReportRepeated(node, findings);
        if (node.Properties.Count == 0)
        {
            findings.Add(node, "there are no values here", Listed, "List the values.");
        }

        var listed = new Dictionary<string, PlanValue?>(StringComparer.Ordinal);
        foreach (var property in node.Properties)
        {
            listed[property.Name] = property.Value.Kind == JsonValueKind.Null ? null : ValueReader.Read(property.Value, findings);
        }

        return listed;
    }

    private static (PlanValue? Otherwise, UnlistedValue Unlisted) ReadOthers(PlanNode node, Findings findings)
    {
        switch (node)
        {
            case { Kind: JsonValueKind.String, Text: "reject" }:
                return (null, UnlistedValue.Reject);
            case { Kind: JsonValueKind.String, Text: "keep" }:
                return (null, UnlistedValue.Keep);
            case { Kind: JsonValueKind.Object }:
                var value = new ObjectReader(node, findings, PlanShape.Otherwise).Required("value", "the value in place of all others");
                return (value is null ? null : ValueReader.Read(value, findings), UnlistedValue.Unusable);
            default:
                findings.Add(node, $"{node.Shown} stands here", Others, $"Write {Others}; leave it out where \"onInvalid\" is to decide.");
                return (null, UnlistedValue.Unusable);
        }
    }
}
