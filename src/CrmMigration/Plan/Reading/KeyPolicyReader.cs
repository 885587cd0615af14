using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads <c>keys</c>: what becomes of the keys of a source, or of an entity's sources.</summary>
internal sealed class KeyPolicyReader(Findings findings)
{
    private const string Expected = "\"preserve\", \"assign\", or an offset such as { \"offset\": 1000000 }";

    /// <summary>Null after reporting a mistake.</summary>
    public KeyPolicy? Read(PlanNode node)
    {
        switch (node)
        {
            case { Kind: JsonValueKind.String, Text: "preserve" }:
                return new KeyPolicy.Preserve();
            case { Kind: JsonValueKind.String, Text: "assign" }:
                return new KeyPolicy.Assign();
            case { Kind: JsonValueKind.Object }:
                return Offset(new ObjectReader(node, findings, PlanShape.KeyOffset));
            default:
                findings.Add(
                    node, $"{node.Shown} stands here", Expected,
                    $"{(node.Kind == JsonValueKind.String ? NearestName.Suggestion(node.Text, ["preserve", "assign"]) : "")}Say what becomes of the keys, or leave it out to preserve them.");
                return null;
        }
    }

    private KeyPolicy.Offset? Offset(ObjectReader reader)
    {
        const string Number = "a whole number other than 0, which is added to each key";
        if (reader.Required("offset", Number) is not { } node)
        {
            return null;
        }

        if (node.Kind == JsonValueKind.Number && long.TryParse(node.Text, out var by) && by != 0)
        {
            return new(by);
        }

        findings.Add(node, $"{node.Shown} stands here", Number, "Write a number beyond the keys of the other sources, or \"preserve\".");
        return null;
    }
}
