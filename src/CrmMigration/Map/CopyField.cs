using CrmMigration.Load;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>The value travels as the bytes it came in.</summary>
internal sealed class CopyField(int source) : FieldStep
{
    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes)
    {
        if (row.IsNull(source))
        {
            output.AddNull();
        }
        else
        {
            output.Add(row.Field(source));
        }
    }
}
