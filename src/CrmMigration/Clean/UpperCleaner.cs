namespace CrmMigration.Clean;

/// <summary>Capital letters throughout, one for one and whatever the language: ß stays ß.</summary>
public sealed class UpperCleaner : TextCleaner
{
    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination) => new(text.ToUpperInvariant(destination), null);
}
