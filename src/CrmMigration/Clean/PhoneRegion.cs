using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace CrmMigration.Clean;

/// <summary>
/// How phone numbers are written and dialled in one region. Resolve it once per plan; it never changes and is safe to share.
/// </summary>
public sealed class PhoneRegion
{
    private static readonly FrozenDictionary<string, PhoneRegion> ByIso2 = ReadAll();

    private readonly string trunkPrefix;
    private readonly string[] internationalPrefixes;
    private readonly LengthsByPrefix lengths;

    private PhoneRegion(string[] columns, LengthsByPrefix lengths)
    {
        Iso2 = columns[0];
        CallingCode = columns[1];
        trunkPrefix = columns[2] == "-" ? "" : columns[2];
        internationalPrefixes = columns[3].Split(',');
        this.lengths = lengths;
    }

    /// <summary>The codes that <see cref="TryFind"/> knows: ISO 3166-1, two capital letters.</summary>
    public static IReadOnlyCollection<string> Known => ByIso2.Keys;

    /// <summary>ISO 3166-1 code, two capital letters.</summary>
    public string Iso2 { get; }

    internal string CallingCode { get; }

    /// <param name="iso2">ISO 3166-1 code in either letter case.</param>
    public static bool TryFind(string iso2, [NotNullWhen(true)] out PhoneRegion? region) => ByIso2.TryGetValue(iso2, out region);

    public override string ToString() => Iso2;

    /// <summary>The first region with a calling code speaks for all that share it: US for 1, RU for 7.</summary>
    internal static IEnumerable<PhoneRegion> OnePerCallingCode() =>
        ByIso2.Values.OrderBy(region => region.Iso2 is "CA").DistinctBy(region => region.CallingCode);

    /// <summary>How many digits the prefix for calls abroad takes at the start of what was dialled; 0 where there is none.</summary>
    internal int InternationalPrefixLength(ReadOnlySpan<char> dialled)
    {
        foreach (var prefix in internationalPrefixes)
        {
            if (prefix[0] == dialled[0] && StartsWith(dialled, prefix))
            {
                return prefix.Length;
            }
        }

        return 0;
    }

    /// <summary>Finds the national number in digits that may begin with the trunk prefix; false when the plan has no such number.</summary>
    internal bool TryReadNational(ReadOnlySpan<char> digits, out ReadOnlySpan<char> national)
    {
        if (trunkPrefix.Length > 0 && digits.StartsWith(trunkPrefix))
        {
            national = digits[trunkPrefix.Length..];
            if (lengths.Allows(national))
            {
                return true;
            }
        }

        national = digits;
        return lengths.Allows(national);
    }

    /// <summary>
    /// Finds the number in digits dialled within the region, where the calling code may stand in front without its plus. Where lengths
    /// vary, both readings can be possible; then the calling code wins in regions whose national numbers are written with a trunk prefix.
    /// </summary>
    internal bool TryReadDialled(ReadOnlySpan<char> digits, out ReadOnlySpan<char> national)
    {
        var hasCode = digits.StartsWith(CallingCode);
        return (hasCode && trunkPrefix is "0" && TryReadNational(digits[CallingCode.Length..], out national))
            || TryReadNational(digits, out national)
            || (hasCode && TryReadNational(digits[CallingCode.Length..], out national));
    }

    /// <summary>Why <paramref name="digits"/>, which the plan does not have, are no number.</summary>
    internal Rule FaultOf(ReadOnlySpan<char> digits)
    {
        var length = digits.Length - (trunkPrefix.Length > 0 && digits.StartsWith(trunkPrefix) ? trunkPrefix.Length : 0);
        return length < lengths.Shortest ? PhoneRules.TooShort
            : length > lengths.Longest ? PhoneRules.TooLong
            : PhoneRules.NotAssigned;
    }

    private static bool StartsWith(ReadOnlySpan<char> dialled, string prefix)
    {
        if (dialled.Length < prefix.Length)
        {
            return false;
        }

        for (var i = 0; i < prefix.Length; i++)
        {
            if (prefix[i] != '.' && prefix[i] != dialled[i])
            {
                return false;
            }
        }

        return true;
    }

    private static FrozenDictionary<string, PhoneRegion> ReadAll()
    {
        var entries = NumberingPlans.Text.ReplaceLineEndings("\n").Replace("\n  ", " ", StringComparison.Ordinal).Split('\n');
        var regions = new Dictionary<string, PhoneRegion>(StringComparer.OrdinalIgnoreCase);
        var borrowers = new List<string[]>();
        foreach (var columns in entries.Select(entry => entry.Split(' ', 5)))
        {
            if (columns[4][0] == '=')
            {
                borrowers.Add(columns);
                continue;
            }

            regions.Add(columns[0], new PhoneRegion(columns, new LengthsByPrefix(columns[4])));
        }

        borrowers.ForEach(columns => regions.Add(columns[0], new PhoneRegion(columns, regions[columns[4][1..]].lengths)));
        return regions.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
