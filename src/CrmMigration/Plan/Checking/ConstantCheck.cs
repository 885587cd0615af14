using CrmMigration.Map.Cells;
using CrmMigration.Map;

namespace CrmMigration.Plan.Checking;

/// <summary>A value of the plan against the column that gets it in every row.</summary>
internal sealed class ConstantCheck(CheckFindings findings)
{
    public void Check(PlanValue value, LiveColumn to, string path)
    {
        if (TargetCell.Of(to) is null)
        {
            findings.Mistake(
                path, $"\"{to.Name}\" is {to.Type}", "a column of text, numbers, dates, booleans or uuid for a value of the plan",
                "Name another column, or give this one a default in the target.");
        }
        else if (ConstantField.Encode(value, to).Problem is { } problem)
        {
            findings.Mistake(path, $"the value of the plan does not fit \"{to.Name}\", which is {to.Type}: {problem.Reason}", "a value that the column takes", "Write another value.");
        }
    }
}
