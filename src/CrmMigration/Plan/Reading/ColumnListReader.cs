using System.Text;
using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads column names and lists of them.</summary>
internal sealed class ColumnListReader(Findings findings)
{
    /// <summary>PostgreSQL cuts longer names; a plan with one would never find its column.</summary>
    private const int LongestName = 63;

    public string ReadName(PlanNode node)
    {
        var name = findings.Text(node, "a column's name");
        CheckLength(node, name);
        return name;
    }

    /// <summary>A list of different columns.</summary>
    public List<string> Read(PlanNode node, string expected = "a list of target columns")
    {
        if (!findings.IsKind(node, JsonValueKind.Array, expected))
        {
            return [];
        }

        var columns = new List<string>();
        foreach (var item in node.Items)
        {
            var name = ReadName(item);
            if (name.Length > 0 && columns.Contains(name))
            {
                findings.Add(item, $"\"{name}\" stands twice in this list", "every column once", "Remove one of the two.");
            }

            columns.Add(name);
        }

        return columns;
    }

    /// <summary>Match rules: a list of lists of columns.</summary>
    public List<IReadOnlyList<string>> ReadRules(PlanNode node)
    {
        var rules = new List<IReadOnlyList<string>>();
        if (!findings.IsKind(node, JsonValueKind.Array, "a list of rules, such as [[\"email\", \"first_name\"]]"))
        {
            return rules;
        }

        foreach (var item in node.Items)
        {
            if (item is { Kind: JsonValueKind.Array, Items.Count: 0 })
            {
                findings.Add(item, "this match rule has no columns", "at least one target column", "Name its columns or remove the rule.");
            }

            rules.Add(Read(item));
        }

        return rules;
    }

    public void CheckLength(PlanNode node, string name)
    {
        var bytes = Encoding.UTF8.GetByteCount(name);
        if (bytes > LongestName || name.Contains('\0', StringComparison.Ordinal))
        {
            findings.Add(
                node, $"a name of {bytes} bytes stands here{(bytes > LongestName ? "" : ", with a zero byte in it")}",
                $"at most {LongestName} bytes and no zero byte, as PostgreSQL has it", "Write the name as the database shows it.");
        }
    }
}
