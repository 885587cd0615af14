using System.Buffers;
using CrmMigration.Clean.Emails.Typos;

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
    /// Where the domain begins, if all that <see cref="EmailAddress.Clean(ReadOnlySpan{char}, Span{char}, EmailOptions)"/> would change is the
    /// domain's letter case; 0 where that is not certain.
    /// </summary>
    public static int DomainStart(ReadOnlySpan<byte> address, EmailOptions options = default)
    {
        var at = address.IndexOf((byte)'@');
        return at is > 0 and <= EmailAddress.LongestMailbox && address.Length <= EmailAddress.LongestAddress
            && IsMailbox(address[..at]) && IsDomain(address[(at + 1)..])
            && IsMeant(address[(at + 1)..], options.Typos != TypoHandling.Keep) ? at + 1 : 0;
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

    // No typo, and nothing in Punycode.
    private static bool IsMeant(ReadOnlySpan<byte> domain, bool asksForTypos)
    {
        if (domain.Length > DomainTypo.Longest)
        {
            return domain.IndexOf("--"u8) < 0;
        }

        Span<char> small = stackalloc char[DomainTypo.Longest];
        for (var i = 0; i < domain.Length; i++)
        {
            // Sets no bit in digits, dots and hyphens that is not there.
            small[i] = (char)(domain[i] | 0x20);
        }

        return domain.IndexOf("--"u8) < 0 && !(asksForTypos && DomainTypo.MayBe(small[..domain.Length]));
    }
}
