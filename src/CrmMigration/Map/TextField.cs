using CrmMigration.Clean;
using CrmMigration.Load;
using CrmMigration.Plan;

namespace CrmMigration.Map;

/// <summary>One target column that takes cleaned text.</summary>
internal sealed class TextField(LiveColumn target)
{
    private readonly int limit = target.MaxLength ?? int.MaxValue;

    public string Name => target.Name;

    /// <summary>Writes the text, or NULL for none. A text too long for the column refuses the row; nothing is ever cut.</summary>
    public void Write(ReadOnlySpan<char> text, TupleBuffer output, RowNotes notes)
    {
        if (text.Length > limit)
        {
            RefuseBeyondLimit(Characters(text), notes);
        }

        output.Add(text);
    }

    /// <summary>
    /// Writes text that is at least one character and ASCII throughout, as <see cref="Write"/> does; returns where it stands now.
    /// </summary>
    public Span<byte> WriteAscii(ReadOnlySpan<byte> text, TupleBuffer output, RowNotes notes)
    {
        if (text.Length > limit)
        {
            RefuseBeyondLimit(text.Length, notes);
        }

        return output.Add(text);
    }

    /// <summary>Notes what a cleaner gave up, with the field that holds the original.</summary>
    public void Note(Rule? rule, int source, RowNotes notes)
    {
        if (rule is not null)
        {
            notes.Correct(rule, Name, source);
        }
    }

    private void RefuseBeyondLimit(int length, RowNotes notes)
    {
        if (length > limit)
        {
            notes.Reject(new("value.too-long", Name, $"The cleaned value has {length} characters; the column takes {limit}."));
        }
    }

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
