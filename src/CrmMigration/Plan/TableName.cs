using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CrmMigration.Plan;

/// <summary>
/// A table by schema and name. Written as in SQL: <c>customers</c>, <c>crm.customers</c>, <c>"odd.name"</c>; unlike SQL, letters keep
/// their case without quotes. Without a schema it is looked up in <c>public</c>.
/// </summary>
public sealed record TableName(string Schema, string Name)
{
    public const string DefaultSchema = "public";

    /// <summary>The quoted form for SQL text, schema included.</summary>
    public string Sql => $"{SqlName.Quote(Schema)}.{SqlName.Quote(Name)}";

    /// <summary>Reads the written form; false when a quote is open, a part is empty or there are more than two parts.</summary>
    public static bool TryParse(string written, [NotNullWhen(true)] out TableName? table)
    {
        table = null;
        var parts = new List<string>();
        var part = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < written.Length; i++)
        {
            var letter = written[i];
            if (letter == '"' && quoted && i + 1 < written.Length && written[i + 1] == '"')
            {
                part.Append('"');
                i++;
            }
            else if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == '.' && !quoted)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(letter);
            }
        }

        parts.Add(part.ToString());
        if (quoted || parts.Count > 2 || parts.Contains(""))
        {
            return false;
        }

        table = parts.Count == 1 ? new(DefaultSchema, parts[0]) : new(parts[0], parts[1]);
        return true;
    }

    public override string ToString() => Schema == DefaultSchema ? Name : $"{Schema}.{Name}";
}
