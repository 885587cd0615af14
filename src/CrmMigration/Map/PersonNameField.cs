using CrmMigration.Clean.Names;
using CrmMigration.Load;
using CrmMigration.Map.Cells;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>A person's name in two or more target columns: first, last, then the further parts that have a column.</summary>
internal sealed class PersonNameField(TextChain chain, TargetCell[] targets, PersonNameColumns columns) : FieldStep
{
    // What PersonName asks for beyond the length of the name.
    private const int Growth = 8;

    public override void Write(TupleReader row, TupleBuffer output, RowNotes notes)
    {
        var text = chain.Run(row, notes);
        var room = chain.Scratch.Room(text.Length + Growth);
        var parts = PersonName.Clean(text, room, columns);
        if (parts.Rule is { } rule && !chain.Settle(rule, parts.LastLength, link: null, notes))
        {
            WriteWhole(chain.Kept(row), output, notes);
            return;
        }

        targets[0].Write(room[parts.First], output, notes);
        targets[1].Write(room[parts.Last], output, notes);
        var next = 2;
        next = WritePart(PersonNameColumns.Middle, room[parts.Middle], next, output, notes);
        next = WritePart(PersonNameColumns.Suffix, room[parts.Suffix], next, output, notes);
        next = WritePart(PersonNameColumns.Title, room[parts.Title], next, output, notes);
        WritePart(PersonNameColumns.Nickname, room[parts.Nickname], next, output, notes);
    }

    private int WritePart(PersonNameColumns part, ReadOnlySpan<char> text, int next, TupleBuffer output, RowNotes notes)
    {
        if ((columns & part) == 0)
        {
            return next;
        }

        targets[next].Write(text, output, notes);
        return next + 1;
    }

    // What cannot be parted and is to be kept is a last name, as a single word is.
    private void WriteWhole(ReadOnlySpan<char> text, TupleBuffer output, RowNotes notes)
    {
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i].Write(i == 1 ? text : default, output, notes);
        }
    }
}
