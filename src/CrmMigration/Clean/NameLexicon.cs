using System.Collections.Frozen;

namespace CrmMigration.Clean;

/// <summary>Finds the words of <see cref="NameVocabulary"/>, and says quickly of most words that they are not among them.</summary>
internal static class NameLexicon
{
    private const int LongestWord = 16;

    // What makes a name of two words, each with a capital first and a small letter last, anything but a given and a family name.
    private const NameWord Decisive =
        NameWord.Title | NameWord.Suffix | NameWord.LeadingParticle | NameWord.PersonJoin | NameWord.Organization;

    private static readonly FrozenDictionary<string, NameWord> All = ReadAll().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, NameWord>.AlternateLookup<ReadOnlySpan<char>> Words =
        All.GetAlternateLookup<ReadOnlySpan<char>>();

    // By first and last letter (modulo 32 each), a bit for each length: most words of names are ruled out here, before anything is hashed.
    private static readonly uint[] LengthsByEnds = ReadLengthsByEnds(~NameWord.None);

    private static readonly uint[] DecisiveLengthsByEnds = ReadLengthsByEnds(Decisive);

    /// <summary>Dots and letter case do not count: <c>Ph.D.</c> is found as <c>phd</c>.</summary>
    public static NameWord Find(ReadOnlySpan<char> token)
    {
        Span<char> key = stackalloc char[LongestWord];
        var length = 0;
        foreach (var c in token)
        {
            if (c == '.')
            {
                continue;
            }

            if (length == LongestWord)
            {
                return NameWord.None;
            }

            key[length++] = c < 0x80 ? char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c
                : c == '’' ? '\'' : char.ToLowerInvariant(c);
        }

        return length > 0 && ((LengthsByEnds[PlaceOf(key[0], key[length - 1])] >> length) & 1) != 0
            && Words.TryGetValue(key[..length], out var word) && !AreInitials(token, word) ? word : NameWord.None;
    }

    /// <summary>False only for a word that decides nothing about a name of two words.</summary>
    /// <param name="letters">At least one ASCII letter and nothing else.</param>
    public static bool MayDecide(ReadOnlySpan<byte> letters) =>
        letters.Length <= LongestWord && ((DecisiveLengthsByEnds[PlaceOf(letters[0], letters[^1])] >> letters.Length) & 1) != 0;

    // The five lowest bits of an ASCII letter are the same in both letter cases.
    private static int PlaceOf(int first, int last) => ((first & 31) << 5) | (last & 31);

    // "J.R." and "M.R." are given names in initials; suffix and title are written "Jr." and "Mr.". Credentials are written with inner
    // dots, so those are told by their place.
    private static bool AreInitials(ReadOnlySpan<char> token, NameWord word) =>
        word is NameWord.Suffix or NameWord.Title && token is ([_, '.', _] or [_, '.', _, '.']);

    private static uint[] ReadLengthsByEnds(NameWord meanings)
    {
        var lengths = new uint[32 * 32];
        foreach (var (word, meaning) in All)
        {
            lengths[PlaceOf(word[0], word[^1])] |= (meaning & meanings) != 0 ? 1u << word.Length : 0;
        }

        return lengths;
    }

    private static Dictionary<string, NameWord> ReadAll()
    {
        var all = new Dictionary<string, NameWord>(StringComparer.Ordinal);
        foreach (var (meaning, words) in NameVocabulary.Lists)
        {
            foreach (var word in words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                all[word] = all.GetValueOrDefault(word) | meaning;
            }
        }

        return all;
    }
}
