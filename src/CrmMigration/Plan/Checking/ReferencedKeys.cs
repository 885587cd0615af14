namespace CrmMigration.Plan.Checking;

/// <summary>In a table that the plan creates, a reference gets the type of the keys that its parent has in the target.</summary>
internal static class ReferencedKeys
{
    public static ResolvedEntity Typed(ResolvedEntity child, IReadOnlyDictionary<string, ResolvedEntity> entities)
    {
        if (!child.Tables.Creates)
        {
            return child;
        }

        var columns = new Dictionary<string, LiveColumn>(StringComparer.Ordinal);
        foreach (var (name, parent) in child.Plan.References)
        {
            if (child.TargetColumn(name) is { } column && entities.GetValueOrDefault(parent)?.TargetKey is { } key && KeyRule.Supports(column))
            {
                columns[name] = CreatedColumns.Of(key, name, column.NotNull);
            }
        }

        return child with { Sources = [.. child.Sources.Select(source => source.With(columns))] };
    }
}
