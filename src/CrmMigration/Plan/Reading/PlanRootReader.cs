using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads the whole plan: its name, connections and entities.</summary>
internal sealed class PlanRootReader(Findings findings)
{
    public MigrationPlan Read(PlanNode root)
    {
        var reader = new ObjectReader(root, findings, PlanShape.Plan);
        var name = reader.RequiredText("plan", "the plan's name");
        var sources = reader.Required("sources", "an object of source names") is { } listed ? ReadSources(listed) : [];
        var target = new PlanTargetReader(findings).Read(reader);
        if (reader.Optional("$schema") is { } schema)
        {
            findings.Text(schema, "the path of plan.schema.json");
        }

        var (rejects, stop) = (new KeepingReader(findings).Read(reader), new StopAfterReader(findings).Read(reader));
        var entities = reader.Required("entities", "an object of entities") is { } named ? ReadEntities(named, [.. sources.Keys], target.Name) : [];
        return new(target.Name is null ? name : $"{name}.{target.Name}", sources, target.Connection, entities)
        {
            Target = target.Name,
            TargetPath = target.Path,
            Rejects = rejects,
            StopAfter = stop,
        };
    }

    private Dictionary<string, string> ReadSources(PlanNode node)
    {
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in Named(node, "source"))
        {
            sources[property.Name] = ReadConnection(property.Value);
        }

        return sources;
    }

    private string ReadConnection(PlanNode node) => ReadConnection(node, findings);

    /// <summary>Reads the name of a connection.</summary>
    public static string ReadConnection(PlanNode node, Findings findings) =>
        new ObjectReader(node, findings, PlanShape.Connection).RequiredText("connection", "the name of a connection, such as \"OldCrm\"");

    // Of a plan of several targets, what is for another one has given place to null.
    private List<EntityPlan> ReadEntities(PlanNode node, IReadOnlyList<string> sources, string? target)
    {
        var named = Named(node, "entity").FindAll(property => target is null || property.Value.Kind != JsonValueKind.Null);
        var reader = new EntityReader(findings, sources, [.. named.Select(property => property.Name)], target);
        return [.. named.Select(property => reader.Read(property.Name, property.Value))];
    }

    private List<PlanProperty> Named(PlanNode node, string what) => Named(node, what, findings);

    /// <summary>The members of an object whose names the plan's writer chose: at least one, each once, none blank.</summary>
    public static List<PlanProperty> Named(PlanNode node, string what, Findings findings)
    {
        var plural = what == "entity" ? "entities" : $"{what}s";
        if (node.Kind != JsonValueKind.Object || node.Properties.Count == 0)
        {
            var found = node.Kind == JsonValueKind.Object ? "an empty object" : node.Shown;
            findings.Add(node, $"{found} stands here", $"an object with at least one {what}", $"Write the {plural} by name.");
            return [];
        }

        ObjectReader.ReportRepeated(node, findings);
        foreach (var blank in node.Properties.Where(property => string.IsNullOrWhiteSpace(property.Name)))
        {
            findings.Add(new(blank.Value.Path, blank.Line, $"the {what} has no name", "a name", $"Name the {what}."));
        }

        return [.. node.Properties.DistinctBy(property => property.Name)];
    }
}
