using CrmMigration.Clean.Phones;
using CrmMigration.Load;
using CrmMigration.Map.Cells;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>A phone number of one column, by the shortcut where it is written plainly and is one.</summary>
internal sealed class PhoneField(int source, TextCell target, RowRegion region, FieldStep otherwise) : FieldStep
{
    private readonly char[] number = new char[PhoneNumber.MostCharacters];

    /// <summary>The column of the extension, which a plain number never has; null where it has none.</summary>
    public TargetCell? Extension { get; init; }

    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes)
    {
        region.Read(row);
        if (PlainPhone.Clean(row.Field(source), region.Current, number) is var length && length > 0)
        {
            target.Write(number.AsSpan(0, length), output, notes);
            Extension?.Write(default, output, notes);
        }
        else
        {
            otherwise.Write(row, output, notes);
        }
    }
}
