using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Checks an entity's lists against the target columns that its fields write.</summary>
internal sealed class WrittenColumns(Findings findings, EntityPlan entity)
{
    private readonly HashSet<string> _written = [];

    /// <summary>Without <c>fields</c> only the live tables tell what is written, so its lists are not checked here.</summary>
    public void Check(PlanNode node)
    {
        foreach (var sources in entity.From.Where(source => source.Fields is not null).GroupBy(source => source.FieldsPath))
        {
            CheckWriters(sources.First().Fields!, [.. sources.Select(source => source.Key)], node.All().First(one => one.Path == sources.Key));
        }

        if (entity.From.Any(source => source.Fields is null))
        {
            return;
        }

        foreach (var column in Texts(Child(node, "required")?.Items).Concat(Texts(Child(node, "match")?.Items.SelectMany(rule => rule.Items))))
        {
            CheckWritten(column, column.Text);
        }

        CheckReferences(Child(node, "references"));
        CheckTotals(Child(node, "totals"));
    }

    private void CheckWriters(IReadOnlyList<FieldPlan> fields, IReadOnlyList<string> keys, PlanNode node)
    {
        var writers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (field, item) in fields.Zip(node.Items))
        {
            var to = Child(item, "to");
            foreach (var column in field.To.Where(column => column.Length > 0))
            {
                CheckWriter(field, keys, (column, to?.All().FirstOrDefault(node => node.Text == column) ?? item), writers);
                _written.Add(column);
            }
        }
    }

    private void CheckWriter(FieldPlan field, IReadOnlyList<string> keys, (string Name, PlanNode At) column, Dictionary<string, int> writers)
    {
        var (name, at) = column;
        if (name == entity.TargetKey && (!field.IsCopy || field.Cast is not null || keys.Any(key => field.From is not [var from] || from != key)))
        {
            findings.Add(
                at, $"the key column \"{name}\" is written by a field", "the key to come from the source key alone",
                "Remove the field: the key always moves.");
        }

        if (!writers.TryAdd(name, at.Line))
        {
            findings.Add(
                at, $"\"{name}\" is written twice, first in line {writers[name]}", "one field for every target column",
                "Remove one of the two, or give it another target column.");
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
        if (column.Length == 0 || column == entity.TargetKey || _written.Contains(column))
        {
            return;
        }

        string[] written = [.. _written];
        findings.Add(
            at, $"no field writes \"{column}\"", $"a target column that is written ({string.Join(", ", written)})",
            $"{NearestName.Suggestion(column, written)}Add a field for it, or name a column that has one.");
    }

    private static IEnumerable<PlanNode> Texts(IEnumerable<PlanNode>? nodes) => nodes?.Where(node => node.Kind == JsonValueKind.String) ?? [];

    private static PlanNode? Child(PlanNode node, string name) => node.Properties.FirstOrDefault(property => property.Name == name)?.Value;
}
