using System.Buffers;

namespace CrmMigration.Clean.Text;

/// <summary>
/// One part of a text that a separator divides, without blank space around it; no value where the text has no such part. A separator of
/// nothing but blank space stands for any stretch of it. Splitting the part again gives another one, so it is not for doing twice.
/// </summary>
/// <param name="separator">At least one character.</param>
/// <param name="part">1 is the first part, -1 the last one; never 0.</param>
public sealed class SplitCleaner(string separator, int part) : TextCleaner
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(c => char.IsWhiteSpace(c))]);

    private readonly bool isBlank = BlankSpace.Trim(separator).IsEmpty;

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var found = BlankSpace.Trim(part > 0 ? FromStart(BlankSpace.Trim(text)) : FromEnd(BlankSpace.Trim(text)));
        found.CopyTo(destination);
        return new(found.Length, null);
    }

    private ReadOnlySpan<char> FromStart(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < part; i++)
        {
            var at = isBlank ? text.IndexOfAny(Blanks) : text.IndexOf(separator);
            if (at < 0)
            {
                return [];
            }

            text = isBlank ? text[at..].TrimStart() : text[(at + separator.Length)..];
        }

        var end = isBlank ? text.IndexOfAny(Blanks) : text.IndexOf(separator);
        return end < 0 ? text : text[..end];
    }

    private ReadOnlySpan<char> FromEnd(ReadOnlySpan<char> text)
    {
        for (var i = -1; i > part; i--)
        {
            var at = isBlank ? text.LastIndexOfAny(Blanks) : text.LastIndexOf(separator);
            if (at < 0)
            {
                return [];
            }

            text = isBlank ? text[..at].TrimEnd() : text[..at];
        }

        var start = isBlank ? text.LastIndexOfAny(Blanks) : text.LastIndexOf(separator);
        return start < 0 ? text : text[(start + (isBlank ? 1 : separator.Length))..];
    }
}
