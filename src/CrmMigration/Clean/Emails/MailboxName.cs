using System.Buffers;

namespace CrmMigration.Clean.Emails;

/// <summary>
/// The part of an e-mail address before the @: words of RFC 5322 "atext", parted by single dots; letters and digits of any script (RFC
/// 6531). Or anything in quotes, where that is asked for.
/// </summary>
internal static class MailboxName
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");

    /// <summary>Where the @ behind the mailbox stands; -1 where there is none.</summary>
    public static int Length(ReadOnlySpan<char> address, bool takesQuoted) =>
        takesQuoted && address.StartsWith('"') ? QuotedLength(address) : address.IndexOf('@');

    /// <summary>Null for a mailbox without quotes that mail servers take.</summary>
    public static Rule? FindFault(ReadOnlySpan<char> mailbox)
    {
        if (mailbox.IsEmpty)
        {
            return EmailRules.NoMailbox;
        }

        var rest = mailbox;
        for (var at = rest.IndexOfAnyExcept(Allowed); at >= 0; at = rest.IndexOfAnyExcept(Allowed))
        {
            var length = WordCharacter.LengthAt(rest, at);
            if (length == 0)
            {
                return char.IsControl(rest[at]) ? EmailRules.ControlCharacter
                    : char.IsWhiteSpace(rest[at]) ? EmailRules.SpaceInside
                    : EmailRules.BadMailbox;
            }

            rest = rest[(at + length)..];
        }

        return mailbox[0] == '.' || mailbox[^1] == '.' || mailbox.IndexOf("..", StringComparison.Ordinal) >= 0 ? EmailRules.BadDots : null;
    }

    /// <summary>Writes the mailbox without dots at its ends and second dots in a row, and returns its length.</summary>
    public static int WriteWithoutIdleDots(ReadOnlySpan<char> mailbox, Span<char> destination)
    {
        var length = 0;
        foreach (var c in mailbox.Trim('.'))
        {
            if (c != '.' || destination[length - 1] != '.')
            {
                destination[length++] = c;
            }
        }

        return length;
    }

    // RFC 5321, "Quoted-string": printable ASCII, with a backslash before a quote or a backslash.
    private static int QuotedLength(ReadOnlySpan<char> address)
    {
        for (var i = 1; i < address.Length && address[i] is >= ' ' and <= '~'; i++)
        {
            if (address[i] == '"')
            {
                return i > 1 && i + 1 < address.Length && address[i + 1] == '@' ? i + 1 : -1;
            }

            i += address[i] == '\\' && i + 1 < address.Length && address[i + 1] is >= ' ' and <= '~' ? 1 : 0;
        }

        return -1;
    }
}
