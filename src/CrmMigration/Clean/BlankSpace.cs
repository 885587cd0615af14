using System.Globalization;

namespace CrmMigration.Clean;

/// <summary>
/// What stands around a value without being part of it: spaces of any width, line breaks, control characters, and the invisible
/// marks that copying from web pages and right-to-left text leaves behind.
/// </summary>
internal static class BlankSpace
{
    public static bool IsBlank(char c) => c < 0x80 ? c <= ' ' || c == 0x7F : char.IsWhiteSpace(c) || char.IsControl(c) || IsInvisible(c);

    /// <summary>
    /// Zero-width and direction marks, soft hyphens, and the two fillers that look like a space but count as a letter or symbol.
    /// </summary>
    public static bool IsInvisible(char c) =>
        c >= 0x80 && (c is '\u3164' or '\u2800' || char.GetUnicodeCategory(c) == UnicodeCategory.Format);

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsBlank(text[0]))
        {
            text = text[1..];
        }

        while (!text.IsEmpty && IsBlank(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }

    /// <summary>Trims, but leaves line breaks and other control characters (not tabs) where they are, for the caller to judge.</summary>
    public static ReadOnlySpan<char> TrimWithinLine(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsBlankWithinLine(text[0]))
        {
            text = text[1..];
        }

        while (!text.IsEmpty && IsBlankWithinLine(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }

    private static bool IsBlankWithinLine(char c) => IsBlank(c) && (c == '\t' || !char.IsControl(c));
}
