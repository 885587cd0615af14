using System.Buffers;

namespace CrmMigration.Clean.Emails;

/// <summary>
/// The part of an e-mail address before the @: words of RFC 5322 "atext", parted by single dots; letters and digits of any script (RFC
/// 6531).
/// </summary>
internal static class MailboxName
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");

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
}
