namespace CrmMigration.Clean.Text;

/// <summary>
/// One part of a text that a separator divides, without blank space around it; no value where the text has no such part. A separator of
/// nothing but blank space stands for any stretch of it. Splitting the part again gives another one, so it is not for doing twice.
/// </summary>
/// <param name="separator">At least one character.</param>
/// <param name="part">1 is the first part, -1 the last one; never 0.</param>
public sealed class SplitCleaner(string separator, int part) : TextCleaner
{
    private readonly PartSeparator separator = new(separator);

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
            var (_, next) = separator.First(text);
            if (next < 0)
            {
                return [];
            }

            text = text[next..];
        }

        return text[..separator.First(text).End];
    }

    private ReadOnlySpan<char> FromEnd(ReadOnlySpan<char> text)
    {
        for (var i = -1; i > part; i--)
        {
            var (_, end) = separator.Last(text);
            if (end < 0)
            {
                return [];
            }

            text = text[..end];
        }

        return text[separator.Last(text).Start..];
    }
}
