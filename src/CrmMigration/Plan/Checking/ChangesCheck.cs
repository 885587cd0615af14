using CrmMigration.Plan.Reading;

namespace CrmMigration.Plan.Checking;

/// <summary>The column by which a sync reads what changed: there, a time, indexed, and never null.</summary>
internal sealed class ChangesCheck(CheckFindings findings)
{
    private const string Expected = "a column of the source of type timestamp with time zone, timestamp or date";

    public void Check(EntityTables tables)
    {
        if (tables.From.Changes is not ChangesPlan.ByColumn { ChangedAt: { Length: > 0 } name, HorizonEvery: var every } || tables.Source is not { } table)
        {
            return;
        }

        var path = PlanPath.Of(tables.From.ChangesPath, "changedAt");
        if (table.Column(name) is not { BaseType: "timestamptz" or "timestamp" or "date" } column)
        {
            var (found, suggestion) = table.Column(name) is { } other
                ? ($"\"{name}\" of {table.Name} is {other.Type}", "")
                : ($"there is no column \"{name}\" in {table.Name}", NearestName.Suggestion(name, table.Columns.Select(one => one.Name)));
            findings.Mistake(path, found, Expected, $"{suggestion}Name the column that says when a row was written last, or leave \"changes\" out.");
            return;
        }

        if (!table.IndexedColumns.Contains(name))
        {
            findings.Warn(path, $"no index of {table.Name} begins with \"{name}\"", "an index, without which each pass scans the table all the same", $"Have the old CRM index it, or leave \"changes\" out: the horizon costs one scan too, and misses nothing.");
        }

        if (!column.NotNull)
        {
            findings.Warn(path, $"\"{name}\" of {table.Name} may be null", "a column that every insert and update sets", $"Rows without a time arrive with every pass number {every} only, which goes by the horizon.");
        }
    }
}
