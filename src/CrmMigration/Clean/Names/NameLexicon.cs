using System.Collections.Frozen;

namespace CrmMigration.Clean.Names;

/// <summary>Finds the words of <see cref="NameVocabulary"/>, and says quickly of most words that they are not among them.</summary>
internal static class NameLexicon
{
    // What makes a name of two words, each with a capital first and a small letter last, anything but a given and a family name.
    private const NameWord Decisive =
        NameWord.Title | NameWord.Suffix | NameWord.LeadingParticle | NameWord.PersonJoin | NameWord.Organization | NameWord.Household;

    private static readonly FrozenDictionary<string, NameWord> All = ReadAll().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, NameWord>.AlternateLookup<ReadOnlySpan<char>> Words =
        All.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly WordFilter AnyWord = new(All.Keys);

    private static readonly WordFilter DecisiveWord = new(All.Where(word => (word.Value & Decisive) != 0).Select(word => word.Key));

    /// <summary>Dots and letter case do not count: <c>Ph.D.</c> is found as <c>phd</c>.</summary>
    public static NameWord Find(ReadOnlySpan<char> token)
    {
        if (token.IsEmpty || (char.IsAsciiLetter(token[0]) && char.IsAsciiLetter(token[^1]) && !token.Contains('.')
            && !AnyWord.MayHold(token)))
        {
            return NameWord.None;
        }

        Span<char> key = stackalloc char[WordFilter.Longest];
        var length = 0;
        foreach (var c in token)
        {
            if (c == '.')
            {
                continue;
            }

            if (length == WordFilter.Longest)
            {
                return NameWord.None;
            }

            key[length++] = c < 0x80 ? char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c
                : c == '’' ? '\'' : char.ToLowerInvariant(c);
        }

        return length > 0 && AnyWord.MayHold(key[..length])
            && Words.TryGetValue(key[..length], out var word) && !AreInitials(token, word)
            ? (word & NameWord.DottedTitle) != 0 && token[^1] == '.' ? word | NameWord.Title : word
            : NameWord.None;
    }

    /// <summary>Whether a name of two words, one of them this, may be anything but a given and a family name.</summary>
    /// <param name="letters">At least one ASCII letter and nothing else.</param>
    public static bool Decides(ReadOnlySpan<byte> letters)
    {
        if (!DecisiveWord.MayHold(letters))
        {
            return false;
        }

        Span<char> key = stackalloc char[WordFilter.Longest];
        for (var i = 0; i < letters.Length; i++)
        {
            key[i] = (char)(letters[i] | 0x20);
        }

        return Words.TryGetValue(key[..letters.Length], out var word) && (word & Decisive) != 0;
    }

    // "J.R." and "M.R." are given names in initials; suffix and title are written "Jr." and "Mr.". Credentials are written with inner
    // dots, so those are told by their place.
    private static bool AreInitials(ReadOnlySpan<char> token, NameWord word) =>
        word is NameWord.Suffix or NameWord.Title && token is ([_, '.', _] or [_, '.', _, '.']);

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
