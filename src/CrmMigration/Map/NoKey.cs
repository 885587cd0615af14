using CrmMigration.Load;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>Writes no key: the row is looked at and does not go to the target by itself.</summary>
internal sealed class NoKey : FieldStep
{
    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes) => output.AddNull();
}
