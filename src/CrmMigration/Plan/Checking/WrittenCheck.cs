using CrmMigration.Plan.Reading;

namespace CrmMigration.Plan.Checking;

/// <summary>What is written against what the target and the plan's own lists ask for.</summary>
internal sealed class WrittenCheck(CheckFindings findings, ResolvedEntity entity)
{
    public void Check(IReadOnlySet<string> missingTypes)
    {
        if (!entity.IsComplete)
        {
            return;
        }

        foreach (var source in entity.Sources)
        {
            CheckUnfilled(source);
            CheckCreatedTypes(source, missingTypes);
            CheckListed(entity.Plan.Required, source.Written, PlanPath.Of(entity.Tables.Path, "required"));
        }

        for (var i = 0; i < entity.Plan.Match.Count; i++)
        {
            var path = PlanPath.Of(PlanPath.Of(entity.Tables.Path, "match"), i);
            CheckListed(entity.Plan.Match[i], entity.Written, path);
            CheckComparable(entity.Plan.Match[i], path);
        }
    }

    private void CheckUnfilled(ResolvedSource source)
    {
        var unfilled = (entity.Tables.Target?.Columns ?? []).Where(column => column.NotNull && column.Name != entity.Plan.TargetKey && !source.Written.Contains(column.Name));
        foreach (var column in unfilled)
        {
            var fillsItself = column.HasDefault || column.IsIdentity || column.IsGenerated;
            if (entity.Written.Contains(column.Name))
            {
                findings.Mistake(
                    source.Plan.FieldsPath.Length > 0 ? source.Plan.FieldsPath : source.Plan.Path,
                    $"\"{column.Name}\" of {entity.Plan.TargetTable} is not null, and of the sources {source.Plan.Source} does not fill it",
                    "a value from every source for a column that must have one",
                    $"Add a field for \"{column.Name}\"; a constant will do: {{ \"to\": \"{column.Name}\", \"value\": ... }}.");
            }
            else if (!fillsItself)
            {
                findings.Mistake(
                    entity.Tables.ToPath("table"),
                    $"\"{column.Name}\" of {entity.Plan.TargetTable} is not null, has no default, and nothing fills it",
                    "a value for every column that must have one",
                    $"Add a field for \"{column.Name}\", or give the column a default in the target.");
            }
        }
    }

    private void CheckCreatedTypes(ResolvedSource source, IReadOnlySet<string> missingTypes)
    {
        foreach (var field in entity.Tables.Creates ? source.Fields : [])
        {
            if (field.IsCopy && missingTypes.Contains(field.From[0].PlainType))
            {
                findings.Mistake(
                    entity.Tables.ToPath("create"),
                    $"\"{field.From[0].Name}\" is {field.From[0].PlainType}, a type that the target does not have",
                    "types that the target knows",
                    $"Create the type {field.From[0].PlainType} in the target first, or write the \"fields\" without this column.");
            }
        }
    }

    private void CheckListed(IReadOnlyList<string> columns, IReadOnlyList<string> written, string path)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] != entity.Plan.TargetKey && !written.Contains(columns[i]))
            {
                findings.Mistake(
                    PlanPath.Of(path, i), $"nothing writes \"{columns[i]}\"",
                    $"a target column that is written ({string.Join(", ", written)})",
                    $"{NearestName.Suggestion(columns[i], written)}Name a column that is written.");
            }
        }
    }

    /// <summary>Match keys are compared with letter case aside, which means something for text only.</summary>
    private void CheckComparable(IReadOnlyList<string> columns, string path)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (entity.TargetColumn(columns[i]) is { IsText: false } column)
            {
                findings.Mistake(
                    PlanPath.Of(path, i), $"\"{column.Name}\" is {column.Type}", "a text column to match on",
                    "Name a text column, or leave it out of the rule.");
            }
        }
    }
}
