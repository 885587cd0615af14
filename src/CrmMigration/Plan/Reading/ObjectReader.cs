using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>
/// Reads the properties of one object. Unknown and repeated names are reported at once; a value of the wrong kind is reported when it
/// is asked for, and then reads as if it were absent.
/// </summary>
internal sealed class ObjectReader
{
    private readonly PlanNode _node;
    private readonly Findings _findings;

    public ObjectReader(PlanNode node, Findings findings, IReadOnlyList<string> known)
    {
        _node = node;
        _findings = findings;
        if (!findings.IsKind(node, JsonValueKind.Object, "an object"))
        {
            return;
        }

        ReportRepeated(node, findings);
        foreach (var property in node.Properties.Where(property => !known.Contains(property.Name)))
        {
            findings.Add(new(
                property.Value.Path, property.Line, $"unknown property \"{property.Name}\"", $"one of {string.Join(", ", known)}",
                $"{NearestName.Suggestion(property.Name, known)}Rename or remove it."));
        }
    }

    public static void ReportRepeated(PlanNode node, Findings findings)
    {
        foreach (var repeated in node.Properties.GroupBy(property => property.Name).Where(group => group.Count() > 1).SelectMany(group => group.Skip(1)))
        {
            var first = node.Properties.First(property => property.Name == repeated.Name).Line;
            findings.Add(new(
                repeated.Value.Path, repeated.Line, $"\"{repeated.Name}\" stands here again, first in line {first}", "every name once",
                "Rename or remove one of the two."));
        }
    }

    /// <summary>The property's value, or null when it is absent and that is fine.</summary>
    public PlanNode? Optional(string name) => _node.Properties.FirstOrDefault(property => property.Name == name)?.Value;

    /// <summary>The property's value; its absence is a mistake.</summary>
    public PlanNode? Required(string name, string expected)
    {
        var value = Optional(name);
        if (value is null && _node.Kind == JsonValueKind.Object)
        {
            _findings.Add(new(PlanPath.Of(_node.Path, name), _node.Line, $"\"{name}\" is missing", expected, $"Add \"{name}\"."));
        }

        return value;
    }

    public string RequiredText(string name, string expected) => Required(name, expected) is { } value ? _findings.Text(value, expected) : "";

    public bool OptionalFlag(string name, bool otherwise = false)
    {
        var value = Optional(name);
        if (value is not (null or { Kind: JsonValueKind.True or JsonValueKind.False }))
        {
            _findings.Add(value, $"{value.Shown} stands here", "true or false", $"Write true or false, or leave \"{name}\" out for {(otherwise ? "true" : "false")}.");
        }

        return value is null ? otherwise : value.Kind == JsonValueKind.True;
    }
}
