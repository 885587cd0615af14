using CrmMigration.Clean.Phones;
using CrmMigration.Load;
using CrmMigration.Map.Cells;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>A phone number and its extension, each in a column of its own.</summary>
internal sealed class PhonePartsField(TextChain chain, TargetCell number, TargetCell extension, RowRegion region) : FieldStep
{
    private readonly RowPhoneCleaner cleaner = new(region);

    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes)
    {
        var text = chain.Run(row, notes);
        var room = chain.Scratch.Room(PhoneNumber.Room);
        var parts = PhoneNumber.Read(text, region.Current, room);
        if (parts.Rule is { } rule && !chain.Settle(rule, parts.NumberLength, cleaner, notes))
        {
            number.Write(chain.Kept(row), output, notes);
            extension.Write(default, output, notes);
            return;
        }

        number.Write(room[parts.Number], output, notes);
        extension.Write(room[parts.Extension], output, notes);
    }
}
