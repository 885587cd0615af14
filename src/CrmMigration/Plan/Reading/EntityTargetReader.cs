using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Finds the <c>to</c> of an entity: an object, or of a list the item for the target that is read for.</summary>
/// <param name="target">Null where the plan has but one target, without a name.</param>
internal sealed class EntityTargetReader(Findings findings, string? target)
{
    private const string Expected = "an object with the target's \"table\" and \"key\"";

    /// <summary>No reader after reporting that there is nothing to read.</summary>
    public (ObjectReader? Reader, string Path) Read(ObjectReader entity)
    {
        if (entity.Required("to", Expected) is not { } to)
        {
            return (null, "");
        }

        if (to.Kind != JsonValueKind.Array)
        {
            return (ReaderOf(to), to.Path);
        }

        // What is for other targets has given place to null.
        var items = to.Items.Where(item => item.Kind != JsonValueKind.Null).ToList();
        if (target is null || items.Count != 1)
        {
            findings.Add(
                to, $"a list of {items.Count} stands here", target is null ? $"{Expected}, as the plan has one target" : "a list with an item for each target",
                target is null ? "Name the targets under \"targets\" in place of \"target\", or write an object." : "Write one item for each target.");
            return (null, to.Path);
        }

        return (ReaderOf(items[0]), items[0].Path);
    }

    private ObjectReader ReaderOf(PlanNode node)
    {
        var reader = new ObjectReader(node, findings, PlanShape.EntityTo);
        if (reader.Optional("target") is { } named && (target is null || named.Text != target))
        {
            findings.Add(
                named, $"the target {named.Shown} is named here", target is null ? "nothing, as the plan has one target without a name" : $"\"{target}\"",
                "Name the targets under \"targets\" in place of \"target\", or leave it out.");
        }

        return reader;
    }
}
