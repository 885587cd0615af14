namespace CrmMigration.Clean.Emails;

/// <summary><see cref="EmailAddress"/> as a link of a chain.</summary>
public sealed class EmailCleaner : TextCleaner
{
    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination) => EmailAddress.Clean(text, destination);
}
