using System.Buffers;
using System.Globalization;

namespace CrmMigration.Clean.Emails;

/// <summary>
/// A domain name of the internet as people write it: at least two labels of letters, digits and inner hyphens (RFC 1123), 63 characters
/// at most each, the last one no number. Letters of any script are taken (IDN); whether the domain exists is not asked.
/// </summary>
internal static class DomainName
{
    public const int LongestLabel = 63;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> NetworkAddressSigns = SearchValues.Create("0123456789.:");

    public static Rule? FindFault(ReadOnlySpan<char> domain)
    {
        foreach (var range in domain.Split('.'))
        {
            if (FindLabelFault(domain[range]) is { } fault)
            {
                return domain.Contains('@') ? EmailRules.SeveralAts : IsAddress(domain) ? EmailRules.IpAddress : fault;
            }
        }

        return FindTopLevelFault(domain, domain.LastIndexOf('.') + 1);
    }

    /// <summary>Letters beyond ASCII are not counted here, as a label's length is that of its ASCII form.</summary>
    public static Rule? FindLabelFault(ReadOnlySpan<char> label)
    {
        if (label.IsEmpty || label[0] == '-' || label[^1] == '-')
        {
            return EmailRules.BadDomain;
        }

        for (var i = 0; i < label.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(label[i]) && label[i] != '-')
            {
                var length = WordCharacter.LengthAt(label, i);
                if (length == 0 || (i == 0 && char.GetUnicodeCategory(label[0]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
                {
                    return FaultOf(label[i]);
                }

                i += length - 1;
            }
        }

        return label.Length > LongestLabel ? EmailRules.TooLong : null;
    }

    public static void Lower(Span<char> domain)
    {
        foreach (ref var c in domain)
        {
            c = c < 0x80 ? char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c : char.ToLowerInvariant(c);
        }
    }

    private static Rule? FindTopLevelFault(ReadOnlySpan<char> domain, int topLevel) =>
        domain[topLevel..].ContainsAnyExcept(Digits)
            ? topLevel == 0 ? EmailRules.NoDotInDomain : null
            : IsAddress(domain) ? EmailRules.IpAddress : EmailRules.BadDomain;

    private static Rule FaultOf(char c) =>
        char.IsControl(c) ? EmailRules.ControlCharacter
        : char.IsWhiteSpace(c) ? EmailRules.SpaceInside
        : EmailRules.BadDomain;

    private static bool IsAddress(ReadOnlySpan<char> domain) =>
        !domain.IsEmpty && (domain[0] == '[' || !domain.ContainsAnyExcept(NetworkAddressSigns));
}
