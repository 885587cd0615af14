using System.Buffers;

namespace CrmMigration.Clean.Text;

/// <summary>What divides the parts of a text. Nothing but blank space stands for any stretch of it.</summary>
/// <param name="separator">At least one character.</param>
internal sealed class PartSeparator(string separator)
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(c => char.IsWhiteSpace(c))]);

    private readonly bool isBlank = BlankSpace.Trim(separator).IsEmpty;

    /// <summary>Where the first part of a text ends, and where the next one begins; its length and -1 where there is no other.</summary>
    public (int End, int Next) First(ReadOnlySpan<char> text)
    {
        var at = isBlank ? text.IndexOfAny(Blanks) : text.IndexOf(separator);
        return at < 0 ? (text.Length, -1)
            : (at, isBlank ? text.Length - text[at..].TrimStart().Length : at + separator.Length);
    }

    /// <summary>Where the last part of a text begins, and where the one before it ends; 0 and -1 where there is no other.</summary>
    public (int Start, int End) Last(ReadOnlySpan<char> text)
    {
        var at = isBlank ? text.LastIndexOfAny(Blanks) : text.LastIndexOf(separator);
        return at < 0 ? (0, -1)
            : isBlank ? (at + 1, text[..at].TrimEnd().Length)
            : (at + separator.Length, at);
    }
}
