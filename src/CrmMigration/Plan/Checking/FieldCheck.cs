using CrmMigration.Plan.Reading;

namespace CrmMigration.Plan.Checking;

/// <summary>Resolves the fields that the plan writes out, and compares each with both live columns.</summary>
internal sealed class FieldCheck(CheckFindings findings, EntityTables entity)
{
    public List<CheckedField> Check(IReadOnlyList<FieldPlan> fields)
    {
        var resolved = new List<CheckedField>();
        for (var i = 0; i < fields.Count; i++)
        {
            if (!entity.IsKeyField(fields[i]) && Resolve(fields[i], i) is { } field)
            {
                resolved.Add(field);
            }
        }

        return resolved;
    }

    private CheckedField? Resolve(FieldPlan field, int index)
    {
        LiveColumn?[] from = [.. field.From.Select(name => Find(entity.Source, name, entity.FieldPath(index, "from")))];
        if (entity.Target is null)
        {
            return from.Contains(null) || !entity.Creates ? null : Compared(Created(field, from!), index);
        }

        LiveColumn?[] to = [.. field.To.Select(name => Find(entity.Target, name, entity.FieldPath(index, "to")))];
        foreach (var computed in to.Where(column => column is { IsGenerated: true }))
        {
            findings.Mistake(
                entity.FieldPath(index, "to"), $"\"{computed!.Name}\" of {entity.Target.Name} is a generated column",
                "a column that can be written",
                "Remove it from the field: the table computes it.");
        }

        return from.Contains(null) || to.Contains(null) ? null : Compared(new(field, from!, to!), index);
    }

    private CheckedField Created(FieldPlan field, LiveColumn[] from) => new(field, from, CreatedColumns.Of(field, from, entity.Plan.Required));

    private CheckedField Compared(CheckedField field, int index)
    {
        new ColumnPairCheck(findings, entity).Check(field, entity.FieldPath(index, "from"), entity.FieldPath(index, "to"));
        return field;
    }

    private LiveColumn? Find(LiveTable? table, string name, string path)
    {
        if (table is null)
        {
            return null;
        }

        var column = table.Column(name);
        if (column is null)
        {
            findings.Mistake(
                path, $"there is no column \"{name}\" in {table.Name}", "a column of this table (letter case counts)",
                $"{NearestName.Suggestion(name, table.Columns.Select(known => known.Name))}Correct the name.");
        }

        return column;
    }
}
