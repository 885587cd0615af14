using System.Buffers;
using System.Collections.Frozen;
using CrmMigration.Clean.Text;

namespace CrmMigration.Clean.Places;

/// <summary>
/// Looks countries up in two lists: countries.txt, made from the Unicode CLDR by scripts/country-names, and country-names.txt,
/// written by hand.
/// </summary>
internal static class CountryNames
{
    private static readonly SearchValues<char> Parts = SearchValues.Create("-/|,;:(");

    // N/A is no Namibia.
    private const int LongestCode = 3;

    private static readonly FrozenDictionary<string, Country> ByKey = ReadAll().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Country>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByKey.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every key that is known (<see cref="CountryKey"/>).</summary>
    public static IReadOnlyCollection<string> Keys => ByKey.Keys;

    public static Country? Find(ReadOnlySpan<char> text) =>
        Placeholders.Include(text) ? null : FindWhole(text) ?? FindTurned(text) ?? FindAgreeing(text, false);

    /// <summary>The country of a key that is known.</summary>
    public static Country OfKey(string key) => ByKey[key];

    /// <summary>The only country that parts of a text name: of San Francisco, USA.</summary>
    public static Country? FindWithin(ReadOnlySpan<char> text) => FindAgreeing(text, true);

    /// <summary>Names with their countries, from both lists, as often as they stand there; for the test that looks for contradictions.</summary>
    internal static IEnumerable<(string Name, Country Country)> All()
    {
        foreach (var line in EmbeddedText.Lines("Clean/Places/countries.txt"))
        {
            var country = new Country(line[..2], false);
            foreach (var name in line[11..].Split("; ").Concat([line[..2], line[3..6], line[7..10]]))
            {
                yield return (name, country);
            }
        }

        foreach (var line in EmbeddedText.Lines("Clean/Places/country-names.txt"))
        {
            var isGuess = line[0] == '?';
            var country = new Country(line[(isGuess ? 1 : 0)..][..2], isGuess);
            foreach (var name in line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..].Split("; ").Append(isGuess ? "" : country.Iso2))
            {
                yield return (name, country);
            }
        }
    }

    private static Country? FindWhole(ReadOnlySpan<char> text)
    {
        Span<char> key = stackalloc char[CountryKey.Longest];
        var length = CountryKey.Write(text, key);
        return length > 0 && Lookup.TryGetValue(key[..length], out var country) && (length > LongestCode || !text.ContainsAny(Parts)) ? country : null;
    }

    // Congo, Democratic Republic of the
    private static Country? FindTurned(ReadOnlySpan<char> text)
    {
        Span<char> turned = stackalloc char[CountryKey.Longest];
        var comma = text.Length < turned.Length ? text.IndexOf(',') : -1;
        if (comma < 0)
        {
            return null;
        }

        text[(comma + 1)..].CopyTo(turned);
        turned[text.Length - comma - 1] = ' ';
        text[..comma].CopyTo(turned[(text.Length - comma)..]);
        return FindWhole(turned[..text.Length]);
    }

    private static Country? FindAgreeing(ReadOnlySpan<char> text, bool ignoresOthers)
    {
        Country? agreed = null;
        if (text.Length > CountryKey.Longest || !text.ContainsAny(Parts))
        {
            return null;
        }

        foreach (var range in text.SplitAny(Parts))
        {
            var part = BlankSpace.Trim(text[range]);
            var named = FindWhole(part);
            if (part.IsEmpty || (named is null && ignoresOthers))
            {
                continue;
            }

            if (named is null || (agreed is not null && agreed != named))
            {
                return null;
            }

            agreed = named;
        }

        return agreed;
    }

    // A name that stands in the list by hand wins; the test sees that no two lines of one list claim the same.
    private static Dictionary<string, Country> ReadAll()
    {
        var all = new Dictionary<string, Country>(StringComparer.Ordinal);
        foreach (var (name, country) in All().Where(one => one.Name.Length > 0))
        {
            all[CountryKey.Of(name)] = country;
        }

        return all;
    }
}
