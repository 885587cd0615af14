using System.Globalization;
using System.Text;

namespace CrmMigration.Clean.Text;

/// <summary>
/// The beginning of a text, of at most so many characters as PostgreSQL counts them (code points). What readers see as one sign, such as a
/// letter with its marks or a flag, is kept or left out as a whole, unless it is longer than all that may stay. Blank space where the cut is
/// goes too.
/// </summary>
public sealed class TruncateCleaner(int longest) : TextCleaner
{
    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var kept = text.Length <= longest ? text : text[..LengthOf(text)];
        if (kept.Length == text.Length)
        {
            text.CopyTo(destination);
            return new(text.Length, null);
        }

        kept = kept.TrimEnd();
        kept.CopyTo(destination);
        return new(kept.Length, TextRules.Cut);
    }

    private int LengthOf(ReadOnlySpan<char> text)
    {
        var (length, characters) = (0, 0);
        while (length < text.Length)
        {
            var next = StringInfo.GetNextTextElementLength(text[length..]);
            characters += CharacterCount.Of(text.Slice(length, next));
            if (characters > longest)
            {
                return length > 0 ? length : LengthOfCharacters(text);
            }

            length += next;
        }

        return length;
    }

    private int LengthOfCharacters(ReadOnlySpan<char> text)
    {
        var length = 0;
        for (var i = 0; i < longest; i++)
        {
            Rune.DecodeFromUtf16(text[length..], out _, out var next);
            length += next;
        }

        return length;
    }
}
