using CrmMigration.Clean.Phones;
using CrmMigration.Load;
using CrmMigration.Map.Cells;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>A phone number of one column, by the shortcut where it is written plainly and is one.</summary>
internal sealed class PhoneField(int source, TextCell target, PhoneRegion region, FieldStep otherwise) : FieldStep
{
    private readonly char[] number = new char[PhoneNumber.MostCharacters];

    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes)
    {
        if (PlainPhone.Clean(row.Field(source), region, number) is var length && length > 0)
        {
            target.Write(number.AsSpan(0, length), output, notes);
        }
        else
        {
            otherwise.Write(row, output, notes);
        }
    }
}
