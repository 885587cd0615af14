namespace CrmMigration.Clean.Emails;

/// <summary><see cref="EmailAddress"/> as a link of a chain.</summary>
public sealed class EmailCleaner(EmailOptions options = default) : TextCleaner
{
    public override int MostWritten(int length) => length + EmailAddress.Growth;

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination) => EmailAddress.Clean(text, destination, options);

    public override int Suggest(ReadOnlySpan<char> text, Span<char> destination) => EmailAddress.Suggest(text, destination, options);
}
