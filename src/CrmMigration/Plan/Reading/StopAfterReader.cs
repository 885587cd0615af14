using System.Globalization;
using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads how much may be rejected before a run stops.</summary>
internal sealed class StopAfterReader(Findings findings)
{
    /// <summary>Null where the property is absent.</summary>
    public StopAfter? Read(ObjectReader owner)
    {
        if (owner.Optional("stopAfter") is not { } node)
        {
            return null;
        }

        var reader = new ObjectReader(node, findings, PlanShape.StopAfter);
        if (node.Kind == JsonValueKind.Object && node.Properties.Count == 0)
        {
            findings.Add(node, "an empty object stands here", "\"rejects\", \"percent\" or both", "Write a limit, or leave \"stopAfter\" out.");
        }

        return new(
            reader.Optional("rejects") is { } rejects ? (long?)Number(rejects, 1, long.MaxValue, "a whole number of rows, at least 1") : null,
            reader.Optional("percent") is { } percent ? Number(percent, 0.001m, 99.999m, "a share in percent, above 0 and below 100") : null);
    }

    private decimal? Number(PlanNode node, decimal least, decimal most, string expected)
    {
        if (node.Kind == JsonValueKind.Number && decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most && (most < 100 || number == Math.Truncate(number)))
        {
            return number;
        }

        findings.Add(node, $"{node.Shown} stands here", expected, $"Write {expected}.");
        return null;
    }
}
