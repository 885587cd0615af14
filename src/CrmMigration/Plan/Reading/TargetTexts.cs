using System.Text;
using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>
/// A plan of several targets is one plan for each: the same text with null in the place of what is for the others, so that whatever is left
/// stands in its line and under its path, and each target keeps a text in its books that tells nothing of the others.
/// </summary>
internal sealed class TargetTexts
{
    private const string Null = "null";

    private readonly byte[] _utf8;
    private readonly PlanNode _root;
    private readonly Findings _findings;

    public TargetTexts(string json, Findings findings)
    {
        _utf8 = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        _root = PlanText.Parse(json);
        _findings = findings;
    }

    /// <summary>The names of the targets that are written out, in the order of the text; none for a plan of one unnamed target.</summary>
    public IReadOnlyList<string> Names => [.. Written("targets").Select(target => target.Name).Distinct()];

    /// <summary>Reports what does not say which target it is for.</summary>
    public void Check()
    {
        var reached = new HashSet<string>();
        foreach (var to in Written("entities").Select(entity => Property(entity.Value, "to")).OfType<PlanNode>())
        {
            reached.UnionWith(CheckTargets(to));
        }

        foreach (var target in Written("targets").Where(target => !reached.Contains(target.Name)))
        {
            _findings.Add(target.Value, $"no entity goes to the target {target.Name}", "a target that something goes to", $"Write \"target\": \"{target.Name}\" in the \"to\" of an entity, or remove the target.");
        }
    }

    /// <summary>The text of one target.</summary>
    public string Of(string target)
    {
        var text = (byte[])_utf8.Clone();
        foreach (var other in Written("targets").Where(one => one.Name != target))
        {
            Blank(text, other.Value);
        }

        foreach (var entity in Written("entities").Select(entity => entity.Value))
        {
            var to = Property(entity, "to") is { } written ? Items(written) : [];
            if (to.Count > 0 && to.All(item => TargetOf(item) != target))
            {
                Blank(text, entity);
                continue;
            }

            foreach (var other in to.Where(item => TargetOf(item) != target))
            {
                Blank(text, other);
            }
        }

        return Encoding.UTF8.GetString(text);
    }

    private List<string> CheckTargets(PlanNode to)
    {
        var named = new List<string>();
        foreach (var item in Items(to).Where(item => item.Kind == JsonValueKind.Object))
        {
            var expected = $"one of {string.Join(", ", Names)}";
            if (TargetOf(item) is not { } name)
            {
                _findings.Add(item, "it is not said which target this is for", expected, "Add \"target\".");
            }
            else if (!Names.Contains(name))
            {
                _findings.Add(Property(item, "target")!, $"there is no target \"{name}\"", expected, $"{NearestName.Suggestion(name, Names)}Use a name that stands under \"targets\".");
            }
            else if (named.Contains(name))
            {
                _findings.Add(item, $"the target {name} stands twice in this list", "every target once", "Give the second table an entity of its own.");
            }
            else
            {
                named.Add(name);
            }
        }

        return named;
    }

    private IEnumerable<PlanProperty> Written(string property) =>
        (Property(_root, property)?.Properties ?? []).Where(one => one.Value.Kind != JsonValueKind.Null);

    private static IReadOnlyList<PlanNode> Items(PlanNode to) => to.Kind == JsonValueKind.Array ? to.Items : [to];

    private static PlanNode? Property(PlanNode node, string name) => node.Properties.FirstOrDefault(property => property.Name == name)?.Value;

    private static string? TargetOf(PlanNode to) => Property(to, "target") is { Kind: JsonValueKind.String } name ? name.Text : null;

    // Line breaks stay, so that all that stands behind keeps its line.
    private static void Blank(byte[] text, PlanNode node)
    {
        var span = text.AsSpan(node.Span);
        var room = 0;
        for (var i = 0; i < span.Length; i++)
        {
            if (span[i] is (byte)'\n' or (byte)'\r')
            {
                room = room < Null.Length ? 0 : room;
                continue;
            }

            span[i] = (byte)' ';
            if (++room == Null.Length)
            {
                Encoding.UTF8.GetBytes(Null, span[(i + 1 - Null.Length)..(i + 1)]);
            }
        }
    }
}
