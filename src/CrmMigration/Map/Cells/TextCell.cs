using CrmMigration.Load;
using CrmMigration.Plan;

namespace CrmMigration.Map.Cells;

/// <summary>text, varchar, char and the like.</summary>
internal sealed class TextCell(LiveColumn column) : TargetCell(column)
{
    private readonly int limit = column.MaxLength ?? int.MaxValue;

    /// <summary>Writes text that is at least one character and ASCII throughout, as Write does; returns where it stands now.</summary>
    public Span<byte> WriteAscii(ReadOnlySpan<byte> text, TupleBuffer output, RowNotes notes)
    {
        if (text.Length > limit)
        {
            notes.Reject(TooLong(text.Length));
        }

        return output.Add(text);
    }

    protected override Rejection? Add(ReadOnlySpan<char> text, TupleBuffer output)
    {
        if (text.Length > limit && Characters(text) is var count && count > limit)
        {
            return TooLong(count);
        }

        output.Add(text);
        return null;
    }

    private Rejection TooLong(int length) => new("value.too-long", Name, $"The cleaned value has {length} characters; the column takes {limit}.");

    // PostgreSQL counts code points where .NET counts UTF-16 units.
    private static int Characters(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var runes = text.EnumerateRunes(); runes.MoveNext();)
        {
            count++;
        }

        return count;
    }
}
