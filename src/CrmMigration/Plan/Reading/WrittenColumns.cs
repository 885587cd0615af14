using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Checks an entity's lists against the target columns that its fields write.</summary>
internal sealed class WrittenColumns(Findings findings, EntityPlan entity)
{
    private readonly Dictionary<string, int> _writers = new(StringComparer.Ordinal);

    /// <summary>Without <c>fields</c> only the live tables tell what is written, so nothing is checked here.</summary>
    public void Check(PlanNode node)
    {
        if (entity.Fields is null || Child(node, "fields") is not { } fields)
        {
            return;
        }

        foreach (var (field, item) in entity.Fields.Zip(fields.Items))
        {
            if (Child(item, "to") is { } to)
            {
                CheckWriters(field, to);
            }
        }

        foreach (var column in Texts(Child(node, "required")?.Items).Concat(Texts(Child(node, "match")?.Items.SelectMany(rule => rule.Items))))
        {
            CheckWritten(column, column.Text);
        }

        CheckReferences(Child(node, "references"));
        CheckTotals(Child(node, "totals"));
    }

    private void CheckWriters(FieldPlan field, PlanNode to)
    {
        foreach (var (column, item) in field.To.Zip(to.Items.Count > 0 ? to.Items : [to]))
        {
            if (column.Length == 0)
            {
                continue;
            }

            if (column == entity.TargetKey && (field.From != entity.SourceKey || field.As is not Transform.Copy))
            {
                findings.Add(
                    item, $"the key column \"{column}\" is written by a field", "the key to come from the source key alone",
                    "Remove the field: the key always moves.");
            }

            if (!_writers.TryAdd(column, item.Line))
            {
                findings.Add(
                    item, $"\"{column}\" is written twice, first in line {_writers[column]}", "one field for every target column",
                    "Remove one of the two, or give it another target column.");
            }
        }
    }

    private void CheckReferences(PlanNode? references)
    {
        foreach (var property in references?.Properties ?? [])
        {
            CheckWritten(property.Value with { Line = property.Line }, property.Name);
        }
    }

    private void CheckTotals(PlanNode? totals)
    {
        var named = totals?.Items.SelectMany(total => total.Properties).Where(property => PlanShape.Total.Contains(property.Name));
        foreach (var column in Texts(named?.Select(property => property.Value)))
        {
            CheckWritten(column, column.Text);
        }
    }

    private void CheckWritten(PlanNode at, string column)
    {
        if (column.Length == 0 || column == entity.TargetKey || _writers.ContainsKey(column))
        {
            return;
        }

        string[] written = [.. _writers.Keys];
        findings.Add(
            at, $"no field writes \"{column}\"", $"a target column that is written ({string.Join(", ", written)})",
            $"{NearestName.Suggestion(column, written)}Add a field for it, or name a column that has one.");
    }

    private static IEnumerable<PlanNode> Texts(IEnumerable<PlanNode>? nodes) => nodes?.Where(node => node.Kind == JsonValueKind.String) ?? [];

    private static PlanNode? Child(PlanNode node, string name) => node.Properties.FirstOrDefault(property => property.Name == name)?.Value;
}
