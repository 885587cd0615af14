namespace CrmMigration.Plan.Checking;

/// <summary>An entity without <c>fields</c>: every column that has the same name on both sides moves unchanged.</summary>
internal sealed class SameNames(CheckFindings findings, EntityTables entity)
{
    /// <summary>In the order of the source's columns; empty when a table is missing.</summary>
    public List<CheckedField> Check()
    {
        if (entity.Source is not { } source || (entity.Target is null && !entity.Creates))
        {
            return [];
        }

        var fields = entity.Target is { } target ? Existing(source, target) : Created(source);
        foreach (var field in fields)
        {
            new ColumnPairCheck(findings, entity).Check(field, entity.Path, entity.Path);
        }

        return fields;
    }

    private List<CheckedField> Created(LiveTable source)
    {
        var (from, to) = (entity.From.Key, entity.Plan.TargetKey);
        if (from != to && source.Column(to) is not null)
        {
            findings.Mistake(
                entity.ToPath("key"), $"{source.Name} has a column \"{to}\" besides its key \"{from}\"",
                "a key name that no other column of the new table has",
                "Name the key otherwise, or write the \"fields\".");
        }

        return [.. source.Columns
            .Where(column => column.Name != from && column.Name != to)
            .Select(column => Copied(column, CreatedColumns.Of(column, column.Name, entity.Plan.Required.Contains(column.Name))))];
    }

    private List<CheckedField> Existing(LiveTable source, LiveTable target)
    {
        var (from, to) = (entity.From.Key, entity.Plan.TargetKey);
        LiveColumn[] moving = [.. source.Columns.Where(column => column.Name != to && target.Column(column.Name) is not null)];
        string[] left = [.. source.Columns.Select(column => column.Name).Where(name => name != from && target.Column(name) is null)];
        if (moving.All(column => column.Name == from) && source.Columns.Any(column => column.Name != from))
        {
            findings.Mistake(
                entity.Path, $"{source.Name} and {target.Name} have no column of the same name besides the key",
                "columns of the same name, as the entity has no \"fields\"", "Write the \"fields\".");
        }
        else if (left.Length > 0)
        {
            findings.Warn(
                entity.Path, $"columns of {source.Name} with no counterpart in {target.Name} stay behind: {string.Join(", ", left)}",
                "a target column of the same name for each",
                "Add the columns to the target, or write the \"fields\" to say what shall move.");
        }

        return [.. moving
            .Select(column => Copied(column, target.Column(column.Name)!))
            .Where(field => !field.To[0].IsGenerated)];
    }

    private static CheckedField Copied(LiveColumn from, LiveColumn to) => new(new() { From = [from.Name], To = [to.Name] }, [from], [to]);
}
