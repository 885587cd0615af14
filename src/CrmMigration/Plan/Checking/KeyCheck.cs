namespace CrmMigration.Plan.Checking;

/// <summary>The keys of an entity: one column each, unique, never null, and of kinds that go together.</summary>
internal sealed class KeyCheck(CheckFindings findings)
{
    /// <summary>The key of a source; null when it cannot be told.</summary>
    public LiveColumn? Source(EntityTables entity) => Find(entity.Source, entity.From.Key, entity.FromPath("key"), isSource: true);

    /// <summary>The key of the target; one that will be created is made for the keys of the sources. Null when it cannot be told.</summary>
    public LiveColumn? Target(EntityTables entity, IReadOnlyList<LiveColumn?> sources)
    {
        var name = entity.Plan.TargetKey;
        var target = entity.Creates ? CreatedKey.Of(entity.Plan, sources) : Find(entity.Target, name, entity.ToPath("key"), isSource: false);
        if (entity.Target is not null && target is { IsGenerated: true })
        {
            findings.Mistake(
                entity.ToPath("key"), $"\"{name}\" of {entity.Target.Name} is a generated column", "a key that can be written",
                "Name another key column.");
        }

        return target;
    }

    /// <summary>Whether the keys of a source go into the target.</summary>
    public void Compare(EntityTables entity, LiveColumn? source, LiveColumn? target)
    {
        if (source is null || target is null || !KeyRule.Supports(source) || !KeyRule.Supports(target))
        {
            return;
        }

        var isKept = entity.From.Keys is KeyPolicy.Preserve;
        if (KeyRule.Of(entity.From.Keys, source, target) is { } problem)
        {
            findings.Mistake(
                isKept ? entity.ToPath("key") : entity.From.KeysPath,
                $"\"{source.Name}\" is {source.Type} in the source and \"{target.Name}\" is {target.Type} in the target", problem.Expected, problem.Fix);
        }
    }

    private LiveColumn? Find(LiveTable? table, string name, string path, bool isSource)
    {
        if (table is null)
        {
            return null;
        }

        if (table.Column(name) is not { } column)
        {
            findings.Mistake(
                path, $"there is no column \"{name}\" in {table.Name}", "the key column",
                $"{NearestName.Suggestion(name, table.Columns.Select(known => known.Name))}Correct the name.");
            return null;
        }

        if (!KeyRule.Supports(column))
        {
            findings.Mistake(path, $"the key \"{name}\" of {table.Name} is {column.Type}", $"a key of type {KeyRule.Supported}", "Name a column of such a type.");
        }

        CheckUnique(table, column, path, isSource);
        return column;
    }

    private void CheckUnique(LiveTable table, LiveColumn column, string path, bool isSource)
    {
        var unique = table.UniqueColumns.Contains(column.Name) || (isSource && table.PrimaryKey is [var only] && only == column.Name);
        if (unique)
        {
            return;
        }

        var others = table.UniqueColumns.Count == 0 ? "" : $" Unique here: {string.Join(", ", table.UniqueColumns)}.";
        if (table.PrimaryKey.Count > 1 && table.PrimaryKey.Contains(column.Name))
        {
            findings.Mistake(
                path, $"the key of {table.Name} is composite: {string.Join(", ", table.PrimaryKey)}",
                "one column that alone is unique and not null",
                $"Name such a column, or add one to the table (composite keys are not supported).{others}");
            return;
        }

        var what = column.NotNull ? "nothing makes it unique" : "it is not declared not null and unique";
        findings.Mistake(
            path, $"\"{column.Name}\" of {table.Name} is no key: {what}",
            "a primary key, or a not null column with a unique index (no condition, not deferrable)",
            $"Name the key column, or declare it unique and not null.{others}");
    }
}
