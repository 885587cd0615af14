using CrmMigration.Load;
using CrmMigration.Map.Cells;
using CrmMigration.Plan;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>The same value in every row, in its column's binary form.</summary>
internal sealed class ConstantField : FieldStep
{
    private readonly byte[] wire;

    public ConstantField(PlanValue value, LiveColumn target)
    {
        var (encoded, problem) = Encode(value, target);
        wire = problem is null ? encoded : throw new InvalidOperationException($"Bug: the check let a value pass that does not fit {target.Name}.");
    }

    /// <summary>The value's binary form, or why the column does not take it. The column is of a type that <see cref="TargetCell"/> knows.</summary>
    public static (byte[] Wire, Rejection? Problem) Encode(PlanValue value, LiveColumn target)
    {
        var (cell, notes) = (new TupleBuffer(1), new RowNotes());
        cell.BeginRow();
        TargetCell.Of(target)!.Write(value.Text, cell, notes);
        return (cell.Cell(0).ToArray(), notes.Rejection);
    }

    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes) => output.Add(wire);
}
