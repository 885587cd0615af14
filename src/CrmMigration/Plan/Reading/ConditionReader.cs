using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads an entity's <c>when</c>.</summary>
internal sealed class ConditionReader(Findings findings)
{
    private static readonly Dictionary<string, ConditionTest> Tests =
        Enum.GetValues<ConditionTest>().ToDictionary(test => JsonNamingPolicy.CamelCase.ConvertName(test.ToString()));

    private readonly ColumnListReader _columns = new(findings);

    /// <summary>The properties of a condition: how it is called, what it looks at, and one test.</summary>
    public static string[] Shape { get; } = ["rule", "column", .. Tests.Keys];

    public IReadOnlyList<RowCondition> ReadAll(PlanNode node) =>
        findings.IsKind(node, JsonValueKind.Array, "a list of conditions, such as [{ \"rule\": \"inactive\", \"column\": \"status\", \"notIn\": [\"D\"] }]")
            ? [.. node.Items.Select(Read)]
            : [];

    private RowCondition Read(PlanNode node)
    {
        var reader = new ObjectReader(node, findings, PlanShape.Condition);
        var rule = reader.RequiredText("rule", "a name for the rows that are left out, such as \"inactive\"");
        var column = reader.Required("column", "a source column") is { } named ? _columns.ReadName(named) : "";
        var tests = node.Properties.Where(property => Tests.ContainsKey(property.Name)).ToList();
        if (tests is [var only])
        {
            return new(rule, column, Tests[only.Name], ReadValues(only));
        }

        if (node.Kind == JsonValueKind.Object)
        {
            findings.Add(
                node, $"{tests.Count} tests stand in this condition", $"one of {string.Join(", ", Tests.Keys)}",
                tests.Count == 0 ? "Say what the column must be." : "Write one condition for each: all of a list must be met.");
        }

        return new(rule, column, ConditionTest.IsNotNull, []);
    }

    private List<string> ReadValues(PlanProperty test)
    {
        switch (Tests[test.Name])
        {
            case ConditionTest.IsNull or ConditionTest.IsNotNull:
                if (test.Value.Kind != JsonValueKind.True)
                {
                    findings.Add(test.Value, $"{test.Value.Shown} stands here", "true", $"Write true, or {(test.Name == "isNull" ? "\"isNotNull\"" : "\"isNull\"")}: true.");
                }

                return [];
            case ConditionTest.In or ConditionTest.NotIn:
                if (findings.IsKind(test.Value, JsonValueKind.Array, "a list of values") && test.Value.Items.Count == 0)
                {
                    findings.Add(test.Value, "an empty list stands here", "at least one value", "Name the values, or remove the condition.");
                }

                return [.. test.Value.Items.Select(ReadValue)];
            default:
                return [ReadValue(test.Value)];
        }
    }

    private string ReadValue(PlanNode node) =>
        node is { Kind: JsonValueKind.String, Text: "" } ? "" : ValueReader.Read(node, findings)?.Text ?? "";
}
