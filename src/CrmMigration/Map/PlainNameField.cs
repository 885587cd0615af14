using CrmMigration.Clean.Names;
using CrmMigration.Load;
using CrmMigration.Map.Cells;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>A name of one column for a first and a last name, by the shortcut where it is a plain one.</summary>
internal sealed class PlainNameField(int source, TextCell first, TextCell last, FieldStep otherwise) : FieldStep
{
    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes)
    {
        var wire = row.Field(source);
        if (PlainName.FirstLength(wire) is var length && length > 0)
        {
            first.WriteAscii(wire[..length], output, notes);
            last.WriteAscii(wire[(length + 1)..], output, notes);
        }
        else
        {
            otherwise.Write(row, output, notes);
        }
    }
}
