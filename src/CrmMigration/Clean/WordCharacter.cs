using System.Globalization;
using System.Text;

namespace CrmMigration.Clean;

/// <summary>Letters, digits and the marks on them beyond ASCII, which internationalized mailboxes and domain names are made of.</summary>
internal static class WordCharacter
{
    /// <summary>
    /// How many chars (1, or 2 for a surrogate pair) the word character at <paramref name="index"/> takes; 0 where there is none: ASCII,
    /// signs, spaces, and a surrogate without its other half.
    /// </summary>
    public static int LengthAt(ReadOnlySpan<char> text, int index)
    {
        if (text[index] < 0x80 || Rune.DecodeFromUtf16(text[index..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
        {
            return 0;
        }

        return Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber ? length : 0;
    }
}
