using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads a value that rows shall have: a text, a number or a boolean.</summary>
internal static class ValueReader
{
    private const string Expected = "a text, a number without exponent, true or false";

    /// <summary>Null after reporting a mistake.</summary>
    public static PlanValue? Read(PlanNode node, Findings findings)
    {
        switch (node.Kind)
        {
            case JsonValueKind.String when node.Text.Length > 0 && !node.Text.Contains('\0', StringComparison.Ordinal):
                return new(node.Text, ValueKind.Text);
            case JsonValueKind.Number when ValueForm.IsDecimal(node.Text):
                return new(node.Text, node.Text.Contains('.', StringComparison.Ordinal) ? ValueKind.Decimal : ValueKind.Integer);
            case JsonValueKind.True or JsonValueKind.False:
                return new(node.Shown, ValueKind.Boolean);
            default:
                findings.Add(node, $"{node.Shown} stands here", Expected, "Write the value, as it shall stand in the target.");
                return null;
        }
    }
}
