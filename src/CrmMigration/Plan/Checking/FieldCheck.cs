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
        LiveColumn?[] from = [.. field.From.Select(name => Cast(field.Cast, Find(entity.Source, name, entity.FieldPath(index, "from")), index))];
        LiveColumn[] countries = [.. field.As.Select(transform => transform.CountryColumn).OfType<string>().Distinct().Select(name => FindCountry(name, index)).OfType<LiveColumn>()];
        if (entity.Target is null)
        {
            return from.Contains(null) || !entity.Creates ? null : Compared(Created(field, from!) with { Countries = countries }, index);
        }

        LiveColumn?[] to = [.. field.To.Select(name => Find(entity.Target, name, entity.FieldPath(index, "to")))];
        foreach (var computed in to.Where(column => column is { IsGenerated: true }))
        {
            findings.Mistake(
                entity.FieldPath(index, "to"), $"\"{computed!.Name}\" of {entity.Target.Name} is a generated column",
                "a column that can be written",
                "Remove it from the field: the table computes it.");
        }

        return from.Contains(null) || to.Contains(null) ? null : Compared(new(field, from!, to!) { Countries = countries }, index);
    }

    private LiveColumn? FindCountry(string name, int index)
    {
        var path = entity.FieldPath(index, "as");
        var column = Find(entity.Source, name, path);
        if (column is { IsText: false })
        {
            findings.Mistake(path, $"\"{name}\" is {column.Type}", "a text column with the country", "Name another column there, or write the country itself.");
        }

        return column;
    }

    private LiveColumn? Cast(CastType? type, LiveColumn? column, int index)
    {
        if (type is null || column is null)
        {
            return column;
        }

        var cast = type.Of(column);
        if (entity.Faults.GetValueOrDefault(cast.ReadSql) is { } fault)
        {
            findings.Mistake(
                entity.FieldPath(index, "cast"), $"\"{column.Name}\" is {column.Type}, and the source cannot cast it to {type.Sql}: {fault}",
                $"a type that {column.PlainType} can be cast to", "Cast it to text, or to a type that is like it.");
        }

        return cast;
    }

    private CheckedField Created(FieldPlan field, LiveColumn[] from) => new(field, from, CreatedColumns.Of(field, from, entity.Plan.Required));

    private CheckedField Compared(CheckedField field, int index)
    {
        foreach (var caution in field.Plan.As.Select(transform => transform.Caution).OfType<PlanCaution>())
        {
            findings.Warn(entity.FieldPath(index, "as"), caution.Found, caution.Expected, caution.Fix);
        }

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
