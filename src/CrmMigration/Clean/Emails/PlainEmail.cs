using System.Buffers;

namespace CrmMigration.Clean.Emails;

/// <summary>
/// The shortcut for most e-mail addresses: ASCII without blanks around it, every part well formed. It decides from the bytes, so that such
/// an address is not decoded; <see cref="EmailAddress"/> decides about all others.
/// </summary>
internal static class PlainEmail
{
    private static readonly SearchValues<byte> InMailbox =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~."u8);

    /// <summary>
    /// Where the domain begins, if all that <see cref="EmailAddress.Clean"/> would change is the domain's letter case; 0 where that is not
    /// certain.
    /// </summary>
    public static int DomainStart(ReadOnlySpan<byte> address)
    {
        var at = address.IndexOf((byte)'@');
        return at is > 0 and <= EmailAddress.LongestMailbox && address.Length <= EmailAddress.LongestAddress
            && IsMailbox(address[..at]) && IsDomain(address[(at + 1)..]) ? at + 1 : 0;
    }

    private static bool IsMailbox(ReadOnlySpan<byte> mailbox) =>
        mailbox[0] != '.' && mailbox[^1] != '.' && !mailbox.ContainsAnyExcept(InMailbox) && mailbox.IndexOf(".."u8) < 0;

    private static bool IsDomain(ReadOnlySpan<byte> domain)
    {
        var (label, before) = (0, (byte)'.');
        for (var i = 0; i < domain.Length; i++)
        {
            var c = domain[i];
            if (!char.IsAsciiLetterOrDigit((char)c))
            {
                // A label has at least one sign, begins and ends with a letter or digit, and ends at a dot.
                if (before == '.' || (c != '-' && (c != '.' || before == '-' || i - label > DomainName.LongestLabel)))
                {
                    return false;
                }

                label = c == '.' ? i + 1 : label;
            }

            before = c;
        }

        return label > 0 && label < domain.Length && before != '-' && domain.Length - label <= DomainName.LongestLabel
            && char.IsAsciiLetter((char)domain[label]);
    }
}
