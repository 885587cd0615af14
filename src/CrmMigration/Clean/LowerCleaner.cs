namespace CrmMigration.Clean;

/// <summary>Small letters throughout, one for one and whatever the language.</summary>
public sealed class LowerCleaner : TextCleaner
{
    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination) => new(text.ToLowerInvariant(destination), null);
}
