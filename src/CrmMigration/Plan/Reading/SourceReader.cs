using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads where an entity's rows come from: one source, or a list of them.</summary>
/// <param name="sources">Names of the plan's sources.</param>
internal sealed class SourceReader(Findings findings, IReadOnlyList<string> sources)
{
    private const string Expected = "an object with the source's \"table\" and \"key\", or a list of them";

    private readonly PlaceReader _places = new(findings);

    /// <summary>Reads the entity's <c>from</c>; at least one source, also after reporting that there is none.</summary>
    /// <param name="entity">What the entity says for all its sources; a source may say otherwise.</param>
    public IReadOnlyList<SourcePlan> Read(ObjectReader entity)
    {
        var whole = Own(entity, new() { Source = "", Table = new(TableName.DefaultSchema, ""), Key = "" });
        if (entity.Required("from", Expected) is not { } from)
        {
            return [whole];
        }

        if (from.Kind != JsonValueKind.Array)
        {
            return [Read(from, whole)];
        }

        if (from.Items.Count == 0)
        {
            findings.Add(from, "an empty list stands here", "at least one source", "Name the table that the rows come from.");
            return [whole];
        }

        SourcePlan[] plans = [.. from.Items.Select(item => Read(item, whole))];
        ReportRepeated(plans, from);
        return plans;
    }

    private SourcePlan Read(PlanNode node, SourcePlan whole)
    {
        var reader = new ObjectReader(node, findings, PlanShape.EntityFrom);
        return Own(reader, whole) with
        {
            Source = ReadName(reader, node),
            Table = _places.ReadTable(reader),
            Key = _places.ReadKey(reader),
            Path = node.Path,
        };
    }

    // What stands in this object, in the place of what stands around it.
    private SourcePlan Own(ObjectReader reader, SourcePlan around)
    {
        var (fields, when, keys, changes) = (reader.Optional("fields"), reader.Optional("when"), reader.Optional("keys"), reader.Optional("changes"));
        return around with
        {
            Fields = fields is null ? around.Fields : new FieldReader(findings).ReadAll(fields),
            FieldsPath = fields?.Path ?? around.FieldsPath,
            When = when is null ? around.When : new ConditionReader(findings).ReadAll(when),
            WhenPath = when?.Path ?? around.WhenPath,
            Changes = changes is null ? around.Changes : new ChangesReader(findings).Read(changes),
            ChangesPath = changes?.Path ?? around.ChangesPath,
            Keys = (keys is null ? null : new KeyPolicyReader(findings).Read(keys)) ?? around.Keys,
            KeysPath = keys?.Path ?? around.KeysPath,
        };
    }

    /// <summary>With one source in the plan its name may be left out.</summary>
    private string ReadName(ObjectReader reader, PlanNode from)
    {
        if (reader.Optional("source") is not { } node)
        {
            if (sources.Count > 1 && from.Kind == JsonValueKind.Object)
            {
                reader.Required("source", $"one of {string.Join(", ", sources)}");
            }

            return sources.Count == 1 ? sources[0] : "";
        }

        var source = findings.Text(node, "the name of a source");
        if (source.Length > 0 && !sources.Contains(source))
        {
            findings.Add(
                node, $"there is no source \"{source}\"", $"one of {string.Join(", ", sources)}",
                $"{NearestName.Suggestion(source, sources)}Use a name that stands under \"sources\".");
        }

        return source;
    }

    // Entity, source and key name a row: with one source twice there would be two rows of one name.
    private void ReportRepeated(IReadOnlyList<SourcePlan> plans, PlanNode from)
    {
        foreach (var (plan, item) in plans.Zip(from.Items).Where((one, index) => one.First.Source.Length > 0 && plans.Take(index).Any(other => other.Source == one.First.Source)))
        {
            findings.Add(
                item, $"the source \"{plan.Source}\" stands twice in this list", "every source once, as its name and the key identify a row",
                $"Give the second table a name of its own: under \"sources\", name the connection once more, such as \"{plan.Source}-2\".");
        }
    }
}
