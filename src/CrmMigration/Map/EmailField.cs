using System.Text;
using CrmMigration.Clean.Emails;
using CrmMigration.Load;
using CrmMigration.Map.Cells;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>An e-mail address of one column, by the shortcut where it is a plain one.</summary>
internal sealed class EmailField(int source, TextCell target, EmailOptions options, FieldStep otherwise) : FieldStep
{
    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes)
    {
        var wire = row.Field(source);
        if (PlainEmail.DomainStart(wire, options) is var domain && domain > 0)
        {
            Ascii.ToLowerInPlace(target.WriteAscii(wire, output, notes)[domain..], out _);
        }
        else
        {
            otherwise.Write(row, output, notes);
        }
    }
}
