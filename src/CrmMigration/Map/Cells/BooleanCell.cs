using CrmMigration.Load;
using CrmMigration.Plan;

namespace CrmMigration.Map.Cells;

internal sealed class BooleanCell(LiveColumn column) : TargetCell(column)
{
    protected override Rejection? Add(ReadOnlySpan<char> text, TupleBuffer output)
    {
        if (text is not ("true" or "false"))
        {
            return NotOne("true or false");
        }

        output.Add([(byte)(text is "true" ? 1 : 0)]);
        return null;
    }
}
