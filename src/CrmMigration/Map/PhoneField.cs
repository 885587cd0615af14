using CrmMigration.Clean;
using CrmMigration.Load;
using CrmMigration.Source;

namespace CrmMigration.Map;

internal sealed class PhoneField(int source, TextField target, PhoneRegion region, TextScratch scratch) : FieldStep
{
    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes)
    {
        var wire = row.Field(source);
        if (!PlainPhone.TryClean(wire, region, scratch.Cleaned, out var cleaned))
        {
            cleaned = PhoneNumber.Clean(scratch.Decode(wire), region, scratch.Cleaned);
        }

        target.Note(cleaned.Rule, source, notes);
        target.Write(scratch.Cleaned.AsSpan(0, cleaned.Length), output, notes);
    }
}
