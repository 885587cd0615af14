using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads an entity's fields.</summary>
internal sealed class FieldReader(Findings findings)
{
    private readonly ColumnListReader _columns = new(findings);
    private readonly TransformReader _transforms = new(findings);

    public List<FieldPlan> ReadAll(PlanNode node) =>
        findings.IsKind(node, JsonValueKind.Array, "a list of fields, such as [{ \"from\": \"mail\", \"to\": \"email\", \"as\": \"email\" }]")
            ? [.. node.Items.Select(Read)]
            : [];

    private FieldPlan Read(PlanNode node)
    {
        var reader = new ObjectReader(node, findings, PlanShape.Field);
        var from = reader.Required("from", "a source column") is { } source ? _columns.ReadName(source) : "";
        var transform = reader.Optional("as") is { } written ? _transforms.Read(written) : new Transform.Copy();
        if (reader.Required("to", "a target column, or a list of them") is not { } to)
        {
            return new(from, [], transform ?? new Transform.Copy());
        }

        var columns = ReadTo(to);
        if (transform is not null && columns is not null)
        {
            CheckCount(to, columns.Count, transform);
        }

        return new(from, columns ?? [], transform ?? new Transform.Copy());
    }

    /// <summary>Null after reporting that this is neither a name nor a list.</summary>
    private List<string>? ReadTo(PlanNode node)
    {
        if (node.Kind == JsonValueKind.Array)
        {
            return [.. node.Items.Select(_columns.ReadName)];
        }

        if (findings.IsKind(node, JsonValueKind.String, "a target column, or a list of them"))
        {
            return [_columns.ReadName(node)];
        }

        return null;
    }

    private void CheckCount(PlanNode to, int columns, Transform transform)
    {
        var (outputs, what) = transform switch
        {
            Transform.PersonName => (2, "two target columns: the given name, then the family name"),
            Transform.Copy => (1, "one target column for a value that is copied unchanged"),
            _ => (1, "one target column"),
        };
        if (columns != outputs)
        {
            findings.Add(
                to, $"{columns} target column{(columns == 1 ? "" : "s")} stand{(columns == 1 ? "s" : "")} here", what,
                columns > outputs && transform is Transform.Copy
                    ? "Split a full name with \"as\": \"personName\", or write one field per column."
                    : "Name as many columns as the transform gives values.");
        }
    }
}
