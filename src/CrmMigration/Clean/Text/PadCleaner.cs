using System.Text;

namespace CrmMigration.Clean.Text;

/// <summary>
/// Fills a text up to so many characters, as PostgreSQL counts them; one that is as long or longer stays as it is, and so does no value.
/// Doing it twice changes nothing more.
/// </summary>
/// <param name="with">The character to fill with; a character of two UTF-16 units too.</param>
/// <param name="atEnd">Behind the text in place of before it.</param>
public sealed class PadCleaner(int total, Rune with, bool atEnd) : TextCleaner
{
    public override int MostWritten(int length) => length + (total * with.Utf16SequenceLength);

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var missing = text.IsEmpty || text.Length >= 2 * total ? 0 : total - CharacterCount.Of(text);
        var room = Math.Max(0, missing) * with.Utf16SequenceLength;
        text.CopyTo(destination[(atEnd ? 0 : room)..]);
        var gap = destination.Slice(atEnd ? text.Length : 0, room);
        while (!gap.IsEmpty)
        {
            gap = gap[with.EncodeToUtf16(gap)..];
        }

        return new(text.Length + room, null);
    }
}
