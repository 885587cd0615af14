namespace CrmMigration.Clean;

/// <summary>
/// Trims, and makes one space of each stretch of blank space within: of spaces of any width, tabs and line breaks. Invisible marks within
/// stay, as some scripts are spelled with them.
/// </summary>
public sealed class CollapseCleaner : TextCleaner
{
    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var length = 0;
        var blank = false;
        foreach (var c in BlankSpace.Trim(text))
        {
            if (IsSpace(c))
            {
                blank = true;
                continue;
            }

            if (blank)
            {
                destination[length++] = ' ';
                blank = false;
            }

            destination[length++] = c;
        }

        return new(length, null);
    }

    private static bool IsSpace(char c) => BlankSpace.IsBlank(c) && !BlankSpace.IsInvisible(c);
}
