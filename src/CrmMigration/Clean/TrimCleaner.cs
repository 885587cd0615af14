namespace CrmMigration.Clean;

/// <summary>Takes blank space, and what looks like it, off both ends.</summary>
public sealed class TrimCleaner : TextCleaner
{
    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var trimmed = BlankSpace.Trim(text);
        trimmed.CopyTo(destination);
        return new(trimmed.Length, null);
    }
}
