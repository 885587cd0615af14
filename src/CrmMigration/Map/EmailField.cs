using System.Text;
using CrmMigration.Clean.Emails;
using CrmMigration.Load;
using CrmMigration.Source;

namespace CrmMigration.Map;

internal sealed class EmailField(int source, TextField target, TextScratch scratch) : FieldStep
{
    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes)
    {
        var wire = row.Field(source);
        if (PlainEmail.DomainStart(wire) is var domain && domain > 0)
        {
            Ascii.ToLowerInPlace(target.WriteAscii(wire, output, notes)[domain..], out _);
            return;
        }

        var cleaned = EmailAddress.Clean(scratch.Decode(wire), scratch.Cleaned);
        target.Note(cleaned.Rule, source, notes);
        target.Write(scratch.Cleaned.AsSpan(0, cleaned.Length), output, notes);
    }
}
