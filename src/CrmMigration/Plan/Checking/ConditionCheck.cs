using CrmMigration.Plan.Reading;

namespace CrmMigration.Plan.Checking;

/// <summary>The conditions of a source: on columns that are there, and that the source can compare so.</summary>
internal sealed class ConditionCheck(CheckFindings findings, EntityTables entity)
{
    public void Check()
    {
        for (var i = 0; i < entity.From.When.Count && entity.Source is not null; i++)
        {
            Check(entity.From.When[i], PlanPath.Of(entity.From.WhenPath, i), entity.Source);
        }
    }

    private void Check(RowCondition condition, string path, LiveTable table)
    {
        if (table.Column(condition.Column) is not { } column)
        {
            findings.Mistake(
                PlanPath.Of(path, "column"), $"there is no column \"{condition.Column}\" in {table.Name}", "a column of this table (letter case counts)",
                $"{NearestName.Suggestion(condition.Column, table.Columns.Select(known => known.Name))}Correct the name.");
        }
        else if (entity.Faults.GetValueOrDefault(condition.Sql) is { } fault)
        {
            findings.Mistake(
                path, $"\"{column.Name}\" is {column.Type}, and the source cannot test it so: {fault}", $"a test and values for {column.PlainType}",
                "Correct the values, or use another test.");
        }
    }
}
