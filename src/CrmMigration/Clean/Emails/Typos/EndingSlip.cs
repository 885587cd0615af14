namespace CrmMigration.Clean.Emails.Typos;

/// <summary>Which ending of a domain name a mistyped one was meant to be: .con, .cmo, .c0m, .co.ku.</summary>
internal static class EndingSlip
{
    private const int OneSlip = 10;
    private const int TwoSlips = 16;

    // "couk"
    private const int ShortestGlued = 4;

    private static readonly string[] Commonest = ["com", "net", "org"];
    private static readonly string[] Common = [.. Commonest, "edu", "gov"];

    /// <summary>
    /// The ending meant where the one that was written does not exist and is one slip from one of the commonest; null for all others.
    /// </summary>
    public static string? Find(ReadOnlySpan<char> ending)
    {
        if (ending.Length is < 2 or > 5 || TopLevels.Exists(ending))
        {
            return null;
        }

        var (nearest, _) = Nearest(ending, ending.Length > 2 ? Common : Commonest, OneSlip);
        return nearest;
    }

    /// <summary>
    /// The ending meant behind a provider's name. An ending that exists is a slip only where it looks much like the provider's own (.co,
    /// .om), and one that does not exist is nearest to one of the provider's, or the commonest of them.
    /// </summary>
    /// <param name="isCertain">Whether the name was written without a slip.</param>
    public static string? Find(ReadOnlySpan<char> ending, MailProvider provider, bool isCertain)
    {
        if (provider.Reach == 0 || ending.Length > KeyboardSlip.Longest)
        {
            return null;
        }

        if (Exists(ending))
        {
            return ending is "co" or "cm" or "om" or "cam" or "bom" && provider.Has("com") ? "com"
                : ending is "ne" or "et" && provider.Has("net") ? "net"
                : null;
        }

        var (nearest, cost) = Nearest(ending, provider.Endings, TwoSlips);
        return nearest is not null && (cost <= OneSlip || nearest == provider.Endings[0]) ? nearest
            : isCertain && ending.Length <= 4 && !ending.Contains('.') ? provider.Endings[0]
            : null;
    }

    private static bool Exists(ReadOnlySpan<char> ending)
    {
        var dot = ending.LastIndexOf('.');
        return TopLevels.Exists(ending[(dot + 1)..]) && (dot < 0 || TopLevels.IsSecondLevel(ending[..dot]));
    }

    private static (string? Ending, int Cost) Nearest(ReadOnlySpan<char> ending, string[] endings, int most)
    {
        (string? Ending, int Cost) nearest = (null, KeyboardSlip.TooFar);
        foreach (var one in endings)
        {
            if (Math.Abs(one.Length - ending.Length) > 2 || (ending.Length < ShortestGlued && one.Contains('.', StringComparison.Ordinal) && !ending.Contains('.')))
            {
                continue;
            }

            var cost = KeyboardSlip.Cost(ending, one, most);
            nearest = cost < nearest.Cost ? (one, cost) : nearest;
        }

        return nearest;
    }
}
