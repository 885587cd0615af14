using System.Text;

namespace CrmMigration.Map;

/// <summary>
/// Room for one value as characters while it passes from one cleaner to the next: two buffers that change places, and grow with the
/// longest value. One per mapper, as a mapper works on one row at a time.
/// </summary>
internal sealed class TextScratch
{
    private const int Least = 512;

    private char[] current = new char[Least];
    private char[] next = new char[Least];
    private int length;

    /// <summary>The value as it stands; valid until the next call but one.</summary>
    public ReadOnlySpan<char> Text => current.AsSpan(0, length);

    /// <summary>Begins with a value as it came.</summary>
    public ReadOnlySpan<char> Decode(ReadOnlySpan<byte> utf8)
    {
        Grow(ref current, utf8.Length);
        length = Encoding.UTF8.GetChars(utf8, current);
        return Text;
    }

    /// <summary>Where the value's next form is to be written, while <see cref="Text"/> is read.</summary>
    public Span<char> Room(int most)
    {
        Grow(ref next, most);
        return next;
    }

    /// <summary>What was written to the room becomes the value.</summary>
    public void Take(int written)
    {
        (current, next) = (next, current);
        length = written;
    }

    private static void Grow(ref char[] buffer, int least)
    {
        if (buffer.Length < least)
        {
            Array.Resize(ref buffer, Math.Max(least, buffer.Length * 2));
        }
    }
}
