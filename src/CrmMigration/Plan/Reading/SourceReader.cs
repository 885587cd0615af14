using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads where an entity's rows come from.</summary>
/// <param name="sources">Names of the plan's sources.</param>
internal sealed class SourceReader(Findings findings, IReadOnlyList<string> sources)
{
    private readonly PlaceReader _places = new(findings);

    /// <summary>Reads the entity's <c>from</c>.</summary>
    /// <param name="fields">The entity's fields, which a source goes by, and where they stand.</param>
    public IReadOnlyList<SourcePlan> Read(PlanNode? from, (IReadOnlyList<FieldPlan>? Plans, string Path) fields)
    {
        var reader = from is null ? null : new ObjectReader(from, findings, PlanShape.EntityFrom);
        return
        [
            new()
            {
                Source = reader is null ? "" : ReadName(reader, from!),
                Table = _places.ReadTable(reader),
                Key = _places.ReadKey(reader),
                Fields = fields.Plans,
                Path = from?.Path ?? "",
                FieldsPath = fields.Path,
            },
        ];
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
}
