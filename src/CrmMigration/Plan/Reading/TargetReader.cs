using System.Text.Json;
using CrmMigration.Clean.Names;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading;

/// <summary>
/// Reads a field's <c>to</c>: a column, a list of them for a name or a text that is split, or an object that gives the parts their columns.
/// </summary>
internal sealed class TargetReader(Findings findings)
{
    private const string Expected = "a target column, or a list of them";

    private readonly ColumnListReader _columns = new(findings);

    /// <summary>The field with its target columns.</summary>
    public FieldPlan Read(PlanNode node, FieldPlan field)
    {
        if (field.As is [.., SplitPartsTransform split])
        {
            return new SplitTargetReader(findings, _columns).Read(node, field, split);
        }

        if (node.Kind == JsonValueKind.Object)
        {
            return field.As switch
            {
                [.., PersonNameTransform] => ReadParts(node, field),
                [.., PhoneTransform phone] => ReadPhone(node, field, phone),
                _ => RefuseParts(node, field),
            };
        }

        var read = ReadUnchecked(node, field);
        if (node.Kind is JsonValueKind.String or JsonValueKind.Array)
        {
            CheckCount(node, read);
        }

        return read;
    }

    /// <summary>The same where it is not known what the columns are for.</summary>
    public FieldPlan ReadUnchecked(PlanNode node, FieldPlan field) => field with
    {
        To = node.Kind switch
        {
            JsonValueKind.Array => [.. node.Items.Select(_columns.ReadName)],
            JsonValueKind.Object => [.. node.Properties.Select(property => _columns.ReadName(property.Value))],
            _ => findings.IsKind(node, JsonValueKind.String, Expected) ? [_columns.ReadName(node)] : [],
        },
    };

    private FieldPlan ReadParts(PlanNode node, FieldPlan field)
    {
        var reader = new ObjectReader(node, findings, PlanShape.NameParts);
        var columns = new List<string>();
        var parts = PersonNameColumns.None;
        foreach (var name in PlanShape.NameParts)
        {
            var isMain = name is "first" or "last";
            if ((isMain ? reader.Required(name, $"the target column of the {name} name") : reader.Optional(name)) is { } column)
            {
                columns.Add(_columns.ReadName(column));
                parts |= isMain ? PersonNameColumns.None : Enum.Parse<PersonNameColumns>(name, ignoreCase: true);
            }
        }

        return field with { To = columns, As = [.. field.As.SkipLast(1), new PersonNameTransform(parts)] };
    }

    private FieldPlan ReadPhone(PlanNode node, FieldPlan field, PhoneTransform phone)
    {
        var reader = new ObjectReader(node, findings, PlanShape.PhoneParts);
        var number = reader.Required("number", "the target column of the number") is { } column ? _columns.ReadName(column) : "";
        return reader.Optional("extension") is { } extension
            ? field with { To = [number, _columns.ReadName(extension)], As = [.. field.As.SkipLast(1), new PhonePartsTransform(phone)] }
            : field with { To = [number] };
    }

    private FieldPlan RefuseParts(PlanNode node, FieldPlan field)
    {
        findings.Add(node, "an object stands here", Expected, "Name one column; an object is for the parts that \"personName\", \"phone\" or a \"split\" without \"part\" gives, as the last transform.");
        return field;
    }

    private void CheckCount(PlanNode to, FieldPlan field)
    {
        var (outputs, what) = field.As switch
        {
            [.., PersonNameTransform] => (2, "two target columns: the given name, then the family name"),
            [] => (1, field.IsCopy ? "one target column for a value that is copied unchanged" : "one target column"),
            _ => (1, "one target column"),
        };
        var columns = field.To.Count;
        if (columns != outputs)
        {
            findings.Add(
                to, $"{columns} target column{(columns == 1 ? "" : "s")} stand{(columns == 1 ? "s" : "")} here", what,
                columns > outputs && field.IsCopy
                    ? "Split a full name with \"as\": \"personName\", or write one field per column."
                    : "Name as many columns as the transform gives values.");
        }
    }
}
