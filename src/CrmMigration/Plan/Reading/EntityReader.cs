using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads one entity.</summary>
/// <param name="sources">Names of the plan's sources.</param>
/// <param name="entities">Names of all entities, for references.</param>
/// <param name="target">The target that is read for; null where the plan has but one, without a name.</param>
internal sealed class EntityReader(Findings findings, IReadOnlyList<string> sources, IReadOnlyList<string> entities, string? target)
{
    private const int LeastMatchKeyLimit = 2;

    private readonly ColumnListReader _columns = new(findings);
    private readonly PlaceReader _places = new(findings);
    private readonly SourceReader _sources = new(findings, sources);

    public EntityPlan Read(string name, PlanNode node)
    {
        var reader = new ObjectReader(node, findings, PlanShape.Entity);
        var entity = ReadPlaces(reader, name);
        entity = entity with
        {
            Match = reader.Optional("match") is { } match ? _columns.ReadRules(match) : [],
            References = reader.Optional("references") is { } references ? ReadReferences(references) : new Dictionary<string, string>(),
            StopAfter = new StopAfterReader(findings).Read(reader),
            Deletes = new SyncReader(findings).Deletes(reader),
            Conflicts = new SyncReader(findings).Conflicts(reader),
            Totals = reader.Optional("totals") is { } totals ? ReadTotals(totals) : null,
        };
        new WrittenColumns(findings, entity).Check(node);
        return reader.Optional("matchKeyLimit") is { } limit ? entity with { MatchKeyLimit = ReadLimit(limit) } : entity;
    }

    private static IEnumerable<string> RequiredBy(SourcePlan source) =>
        (source.Fields ?? []).Where(field => field.Required).Select(field => field.MainTarget).OfType<string>().Where(name => name.Length > 0);

    private EntityPlan ReadPlaces(ObjectReader reader, string name)
    {
        string[] required = [.. reader.Optional("required") is { } listed ? _columns.Read(listed) : []];
        SourcePlan[] from = [.. _sources.Read(reader).Select(source => source with { Required = [.. required.Concat(RequiredBy(source)).Distinct()] })];
        var (toReader, path) = new EntityTargetReader(findings, target).Read(reader);
        return new()
        {
            Name = name,
            From = from,
            Required = [.. from[0].Required.Where(column => from.All(source => source.Required.Contains(column)))],
            TargetPath = path,
            TargetTable = _places.ReadTable(toReader),
            TargetKey = _places.ReadKey(toReader),
            Create = toReader?.OptionalFlag("create") ?? false,
        };
    }

    private int ReadLimit(PlanNode node)
    {
        if (node.Kind == JsonValueKind.Number && int.TryParse(node.Text, out var limit) && limit >= LeastMatchKeyLimit)
        {
            return limit;
        }

        findings.Add(
            node, $"{node.Shown} stands here", $"a whole number of at least {LeastMatchKeyLimit}",
            "Write how many rows may share a match key; leave it out for 50.");
        return LeastMatchKeyLimit;
    }

    private Dictionary<string, string> ReadReferences(PlanNode node)
    {
        var references = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new ObjectReader(node, findings, [.. node.Properties.Select(property => property.Name)]);
        foreach (var property in node.Properties)
        {
            var entity = findings.Text(property.Value, "the name of an entity");
            references[property.Name] = entity;
            if (entity.Length > 0 && !entities.Contains(entity))
            {
                findings.Add(
                    property.Value, $"there is no entity \"{entity}\"", $"one of {string.Join(", ", entities)}",
                    $"{NearestName.Suggestion(entity, entities)}Use a name that stands under \"entities\".");
            }
        }

        return references;
    }

    private List<ControlTotalPlan> ReadTotals(PlanNode node) =>
        findings.IsKind(node, JsonValueKind.Array, "a list of totals, such as [{ \"sum\": \"amount\", \"by\": \"currency\" }]")
            ? [.. node.Items.Select(ReadTotal)]
            : [];

    private ControlTotalPlan ReadTotal(PlanNode node)
    {
        var reader = new ObjectReader(node, findings, PlanShape.Total);
        var sum = reader.Required("sum", "a target column") is { } summed ? _columns.ReadName(summed) : "";
        return new(sum, reader.Optional("by") is { } by ? _columns.ReadName(by) : null);
    }
}
