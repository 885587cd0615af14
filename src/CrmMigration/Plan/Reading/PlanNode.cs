using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>One value of the plan's JSON with the place where it stands.</summary>
/// <param name="Path">Such as <c>$.entities.customers.fields[1].to</c>.</param>
/// <param name="Line">1-based.</param>
internal sealed record PlanNode(string Path, int Line, JsonValueKind Kind)
{
    /// <summary>A string's value, a number as written; empty for everything else.</summary>
    public string Text { get; init; } = "";

    /// <summary>In the order of the text; a name that stands twice is here twice.</summary>
    public IReadOnlyList<PlanProperty> Properties { get; init; } = [];

    public IReadOnlyList<PlanNode> Items { get; init; } = [];

    /// <summary>The bytes of the text, without a byte order mark, that it takes: from the first to behind the last.</summary>
    public Range Span { get; init; }

    /// <summary>The value as a message shows it: short, and never the content of an object or a list.</summary>
    public string Shown => Kind switch
    {
        JsonValueKind.String => $"\"{Text}\"",
        JsonValueKind.Number => Text,
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => Kind.ToString().ToLowerInvariant(),
    };

    /// <summary>This node and everything below it, parents first.</summary>
    public IEnumerable<PlanNode> All() =>
        Properties.Select(property => property.Value).Concat(Items).SelectMany(child => child.All()).Prepend(this);
}
