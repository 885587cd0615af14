using CrmMigration.Plan.Reading;

namespace CrmMigration.Plan.Checking;

/// <summary>References from one entity to another: the columns exist, travel unchanged, and are of their parent's key type on both
/// sides.</summary>
internal sealed class ReferenceCheck(CheckFindings findings, IReadOnlyDictionary<string, ResolvedEntity> entities)
{
    public void Check(ResolvedEntity child)
    {
        foreach (var (column, name) in child.Plan.References)
        {
            var path = PlanPath.Of(PlanPath.Of(child.Tables.Path, "references"), column);
            if (name == child.Plan.Name)
            {
                findings.Mistake(
                    path, $"\"{column}\" refers to its own entity {name}", "a reference to another entity",
                    "Remove it: references of an entity to itself are not supported yet.");
            }
            else if (entities.TryGetValue(name, out var parent) && child.IsComplete)
            {
                CheckColumn(child, column, parent, path);
            }
        }

        WarnOfForeignKeys(child);
    }

    private void CheckColumn(ResolvedEntity child, string column, ResolvedEntity parent, string path)
    {
        if (column == child.Plan.TargetKey)
        {
            findings.Mistake(
                path, $"\"{column}\" is the key of {child.Plan.Name}", "a column besides the key",
                "Remove the reference: a key that refers to another entity is not supported yet.");
            return;
        }

        foreach (var source in child.Sources)
        {
            CheckColumn(source, column, parent, path);
        }
    }

    private void CheckColumn(ResolvedSource child, string column, ResolvedEntity parent, string path)
    {
        if (child.Copying(column) is not { } field)
        {
            if (!child.Written.Contains(column) || child.TargetColumn(column) is not null)
            {
                findings.Mistake(
                    path, $"nothing copies a value into \"{column}\"",
                    $"a target column that is written unchanged ({string.Join(", ", child.Written)})",
                    $"{NearestName.Suggestion(column, child.Written)}Name the target column that holds the key of {parent.Plan.Name}.");
            }

            return;
        }

        if (SourceOf(parent, child, path) is not { } source)
        {
            return;
        }

        CheckType(path, field.From[0], (parent, source.Key, "source"));
        CheckType(path, field.To[0], (parent, parent.TargetKey, "target"));
        if (source.Plan.Keys is KeyPolicy.Preserve && KeyRule.Of(field.From[0], field.To[0]) is { } problem)
        {
            findings.Mistake(
                path, $"\"{field.From[0].Name}\" is {field.From[0].Type} in the source and \"{field.To[0].Name}\" is {field.To[0].Type} in the target",
                problem.Expected, problem.Fix);
        }
    }

    /// <summary>The rows that a child's rows refer to are of the same source, or of the only one that the parent has.</summary>
    private ResolvedSource? SourceOf(ResolvedEntity parent, ResolvedSource child, string path)
    {
        var source = parent.Sources.Count == 1 ? parent.Sources[0] : parent.Sources.FirstOrDefault(one => one.Plan.Source == child.Plan.Source);
        if (source is null)
        {
            findings.Mistake(
                path, $"rows of the source {child.Plan.Source} refer to {parent.Plan.Name}, which has no rows of that source",
                $"a parent of one of the sources {string.Join(", ", parent.Sources.Select(one => one.Plan.Source))}",
                $"Add {child.Plan.Source} to the sources of {parent.Plan.Name}, or remove the reference.");
        }

        return source;
    }

    private void CheckType(string path, LiveColumn column, (ResolvedEntity Entity, LiveColumn? Key, string Side) parent)
    {
        if (parent.Key is { } key && !KeyRule.SameKind(column, key))
        {
            findings.Mistake(
                path, $"\"{column.Name}\" is {column.Type} and the key of {parent.Entity.Plan.Name} is {key.Type} in the {parent.Side}",
                $"the key's type: {key.PlainType}",
                $"Change one of the two in the {parent.Side}, or remove the reference.");
        }
    }

    private void WarnOfForeignKeys(ResolvedEntity child)
    {
        foreach (var parent in child.Tables.Target?.ForeignKeysTo ?? [])
        {
            var filler = entities.Values.FirstOrDefault(entity => entity.Plan.TargetTable == parent);
            if (filler is null)
            {
                findings.Warn(
                    child.Tables.ToPath("table"), $"{child.Plan.TargetTable} has a foreign key to {parent}, which this plan does not fill",
                    "parents that arrive first",
                    $"Make sure that {parent} holds the rows already, or add an entity for it.");
            }
            else if (!child.Plan.References.Values.Contains(filler.Plan.Name))
            {
                findings.Warn(
                    child.Tables.ToPath("table"),
                    $"{child.Plan.TargetTable} has a foreign key to {parent}, and the plan has no reference to {filler.Plan.Name}",
                    "a reference, so that parents arrive first and merged ones are followed",
                    $"Add the column to \"references\" with \"{filler.Plan.Name}\".");
            }
        }
    }
}
