namespace CrmMigration.Plan.Reading;

/// <summary>Reads a field's <c>cast</c>.</summary>
internal static class CastReader
{
    private const string Expected = "a type of PostgreSQL, such as \"numeric(12,2)\" or \"text\"";

    /// <summary>Null after reporting a mistake.</summary>
    public static CastType? Read(PlanNode node, Findings findings)
    {
        if (findings.Text(node, Expected) is not { Length: > 0 } written)
        {
            return null;
        }

        if (CastType.Parse(written) is { } type)
        {
            return type;
        }

        findings.Add(
            node, $"{node.Shown} is no type that a column can be cast to", Expected,
            written.Contains("char", StringComparison.OrdinalIgnoreCase)
                ? "Write \"text\": a cast to a length would cut, and the target's length is checked row by row."
                : $"{NearestName.Suggestion(written, CastType.Names)}Known are {string.Join(", ", CastType.Names)}.");
        return null;
    }
}
