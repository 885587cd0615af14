using CrmMigration.Load;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>Writes one or more target columns of a row; it always writes all of them, also when it refuses the row.</summary>
internal abstract class FieldStep
{
    public abstract void Write(TupleReader row, TupleBuffer output, RowNotes notes);
}
