using CrmMigration.Load;
using CrmMigration.Map.Cells;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>The text that a chain of cleaners leaves, in one target column.</summary>
internal sealed class CleanedField(TextChain chain, TargetCell target) : FieldStep
{
    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes) => target.Write(chain.Run(row, notes), output, notes);
}
