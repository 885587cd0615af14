using CrmMigration.Plan.Reading;

namespace CrmMigration.Plan.Checking;

/// <summary>The column that marks rows which have left the source: it must be there, and take the time or true.</summary>
internal sealed class MarkCheck(CheckFindings findings)
{
    private const string Expected = "a column of the target of type boolean, timestamp or timestamp with time zone, that no field writes";

    public static bool IsTime(EntityTables tables) => ColumnOf(tables) is { BaseType: not "bool" };

    public void Check(EntityTables tables)
    {
        if (tables.Plan.Deletes is not DeletePolicy.Mark { Column: var name } || tables.Target is null)
        {
            if (tables.Plan.Deletes is DeletePolicy.Mark && tables.Creates)
            {
                findings.Mistake(Path(tables), "the target table does not exist yet", Expected, "A table that the plan creates has no such column: create the table with it before the run.");
            }

            return;
        }

        if (ColumnOf(tables) is not { BaseType: "bool" or "timestamp" or "timestamptz" } column)
        {
            var found = tables.Target.Columns.FirstOrDefault(one => one.Name == name) is { } other ? $"\"{name}\" is {other.Type}" : $"the target has no column \"{name}\"";
            findings.Mistake(Path(tables), found, Expected, "Name such a column, or add one to the table.");
        }
        else if (tables.Plan.From.SelectMany(source => source.Fields ?? []).Any(field => field.To.Contains(column.Name)))
        {
            findings.Mistake(Path(tables), $"\"{name}\" is written by a field too", Expected, "Leave the column to the sync.");
        }
    }

    private static LiveColumn? ColumnOf(EntityTables tables) =>
        tables.Plan.Deletes is DeletePolicy.Mark { Column: var name } ? tables.Target?.Columns.FirstOrDefault(column => column.Name == name) : null;

    private static string Path(EntityTables tables) => PlanPath.Of(PlanPath.Of(tables.Path, "deletes"), "mark");
}
