using System.Text;

namespace CrmMigration.Clean.Privacy;

/// <summary>
/// An e-mail address without its mailbox but for its first characters: <c>j***@example.com</c>, with three stars whatever the mailbox's length. A
/// mailbox with no more characters than may stay is only stars, and a value that is no address is three stars. Doing it twice changes nothing more.
/// </summary>
/// <param name="first">Characters of the mailbox that stay.</param>
public sealed class EmailMaskCleaner(int first) : TextCleaner
{
    private const string Stars = "***";

    public override int MostWritten(int length) => length + Stars.Length;

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var trimmed = BlankSpace.Trim(text);
        if (trimmed.IsEmpty)
        {
            return Cleaned.Blank;
        }

        var at = trimmed.LastIndexOf('@');
        var shown = at > 0 ? ShownLength(trimmed[..at]) : 0;
        trimmed[..shown].CopyTo(destination);
        Stars.CopyTo(destination[shown..]);
        var domain = at > 0 ? trimmed[at..] : [];
        domain.CopyTo(destination[(shown + Stars.Length)..]);
        return new(shown + Stars.Length + domain.Length, null);
    }

    private int ShownLength(ReadOnlySpan<char> mailbox)
    {
        var length = 0;
        for (var i = 0; i < first && length < mailbox.Length; i++)
        {
            Rune.DecodeFromUtf16(mailbox[length..], out _, out var next);
            length += next;
        }

        return length == mailbox.Length || mailbox is Stars ? 0 : length;
    }
}
