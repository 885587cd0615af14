using CrmMigration.Clean.Names;
using CrmMigration.Load;
using CrmMigration.Source;

namespace CrmMigration.Map;

internal sealed class PersonNameField(int source, TextField first, TextField last, TextScratch scratch) : FieldStep
{
    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes)
    {
        var wire = row.Field(source);
        if (PlainName.FirstLength(wire) is var length && length > 0)
        {
            first.WriteAscii(wire[..length], output, notes);
            last.WriteAscii(wire[(length + 1)..], output, notes);
            return;
        }

        var parts = PersonName.Clean(scratch.Decode(wire), scratch.Cleaned);
        last.Note(parts.Rule, source, notes);
        first.Write(scratch.Cleaned.AsSpan(0, parts.FirstLength), output, notes);
        last.Write(scratch.Cleaned.AsSpan(parts.FirstLength, parts.LastLength), output, notes);
    }
}
