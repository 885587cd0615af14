using System.Buffers;

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
        var start = 0;
        for (var i = 0; i <= domain.Length; i++)
        {
            if (i == domain.Length || domain[i] == '.')
            {
                if (FindLabelFault(domain[start..i]) is { } fault)
                {
                    return IsAddress(domain) ? EmailRules.IpAddress : fault;
                }

                start = i + 1;
            }
            else if (!char.IsAsciiLetterOrDigit(domain[i]) && domain[i] != '-')
            {
                var length = WordCharacter.LengthAt(domain, i);
                if (length == 0)
                {
                    return FaultOf(domain, i);
                }

                i += length - 1;
            }
        }

        return FindTopLevelFault(domain, domain.LastIndexOf('.') + 1);
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

    private static Rule? FindLabelFault(ReadOnlySpan<char> label) =>
        label.IsEmpty || label[0] == '-' || label[^1] == '-' ? EmailRules.BadDomain
        : label.Length > LongestLabel ? EmailRules.TooLong
        : null;

    private static Rule FaultOf(ReadOnlySpan<char> domain, int at) =>
        domain.Contains('@') ? EmailRules.SeveralAts
        : IsAddress(domain) ? EmailRules.IpAddress
        : char.IsControl(domain[at]) ? EmailRules.ControlCharacter
        : char.IsWhiteSpace(domain[at]) ? EmailRules.SpaceInside
        : EmailRules.BadDomain;

    private static bool IsAddress(ReadOnlySpan<char> domain) =>
        !domain.IsEmpty && (domain[0] == '[' || !domain.ContainsAnyExcept(NetworkAddressSigns));
}
