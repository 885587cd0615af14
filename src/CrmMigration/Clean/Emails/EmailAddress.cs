using System.Text;

namespace CrmMigration.Clean.Emails;

/// <summary>
/// An e-mail address as today's mail servers take it: the dot-atom form of RFC 5321 and 5322 with the letters of RFC 6531, and a domain
/// name with at least one dot. Quoted mailboxes, comments and network addresses are valid on paper only and are refused.
/// </summary>
public static class EmailAddress
{
    internal const int LongestMailbox = 64;

    // RFC 5321 allows a path of 256 characters; some servers count the two angle brackets in and some do not, so the longer reading wins.
    internal const int LongestAddress = 256;

    /// <summary>
    /// Trims spaces and invisible marks, lowers the domain and keeps the mailbox's letter case, which only its own server may judge.
    /// A line break makes the value unusable even at its end: it is the usual trace of two values in one field. Cleaning a cleaned
    /// address gives it again.
    /// </summary>
    /// <param name="raw">Any text, of any length.</param>
    /// <param name="destination">At least as long as <paramref name="raw"/>.</param>
    public static Cleaned Clean(ReadOnlySpan<char> raw, Span<char> destination)
    {
        var text = BlankSpace.TrimWithinLine(raw);
        if (BlankSpace.Trim(text).IsEmpty)
        {
            return Cleaned.Blank;
        }

        text.CopyTo(destination);
        var address = destination[..text.Length];
        if (!Ascii.IsValid(address))
        {
            Narrow(address);
        }

        var at = address.IndexOf('@');
        var fault = FindFault(address, at);
        if (fault is not null)
        {
            return new Cleaned(0, fault);
        }

        DomainName.Lower(address[(at + 1)..]);
        return new Cleaned(address.Length, null);
    }

    private static Rule? FindFault(ReadOnlySpan<char> address, int at)
    {
        if (at < 0)
        {
            return EmailRules.NoAt;
        }

        var mailbox = address[..at];
        var domain = address[(at + 1)..];
        if (address.Length > LongestAddress || mailbox.Length > LongestMailbox)
        {
            return domain.Contains('@') ? EmailRules.SeveralAts : EmailRules.TooLong;
        }

        return MailboxName.FindFault(mailbox) is { } fault
            ? domain.Contains('@') ? EmailRules.SeveralAts : fault
            : DomainName.FindFault(domain);
    }

    // Marks are not composed here: a mailbox may be spelled in either form, and the domain is compared by its own server.
    private static void Narrow(Span<char> address)
    {
        for (var i = 0; i < address.Length; i++)
        {
            address[i] = NormalForm.Narrow(address[i]);
        }
    }
}
