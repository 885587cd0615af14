using System.Collections.Frozen;

namespace CrmMigration.Clean;

/// <summary>
/// The words that names are built with, in lower case and without dots. Kept to words that seldom mislead: each one costs the names that
/// it is part of.
/// </summary>
internal static class NameLexicon
{
    private const int LongestWord = 16;

    private static readonly FrozenDictionary<string, NameWord> All = ReadAll().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, NameWord>.AlternateLookup<ReadOnlySpan<char>> Words =
        All.GetAlternateLookup<ReadOnlySpan<char>>();

    // By first and last letter (modulo 32 each), a bit for each length: most words of names are ruled out here, before anything is hashed.
    private static readonly uint[] LengthsByEnds = ReadLengthsByEnds();

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

            key[length++] = c < 0x80 ? char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c : char.ToLowerInvariant(c);
        }

        return length > 0 && MayHold(length, key[0], key[length - 1])
            && Words.TryGetValue(key[..length], out var word) && !AreInitials(token, word) ? word : NameWord.None;
    }

    /// <summary>False only for a word that <see cref="Find"/> finds nothing for.</summary>
    /// <param name="letters">At least one ASCII letter and nothing else.</param>
    public static bool MayHold(ReadOnlySpan<byte> letters) =>
        letters.Length <= LongestWord && MayHold(letters.Length, letters[0], letters[^1]);

    // The five lowest bits of an ASCII letter are the same in both letter cases.
    private static bool MayHold(int length, int first, int last) => ((LengthsByEnds[PlaceOf(first, last)] >> length) & 1) != 0;

    private static int PlaceOf(int first, int last) => ((first & 31) << 5) | (last & 31);

    // "J.R." is a given name in initials; the suffix is written "Jr.". Credentials are written with inner dots, so those are told by
    // their place.
    private static bool AreInitials(ReadOnlySpan<char> token, NameWord word) =>
        word == NameWord.Suffix && token is ([_, '.', _] or [_, '.', _, '.']);

    private static uint[] ReadLengthsByEnds()
    {
        var lengths = new uint[32 * 32];
        foreach (var word in All.Keys)
        {
            lengths[PlaceOf(word[0], word[^1])] |= 1u << word.Length;
        }

        return lengths;
    }

    private static Dictionary<string, NameWord> ReadAll()
    {
        var all = new Dictionary<string, NameWord>(StringComparer.Ordinal);
        foreach (var (meaning, words) in Lists())
        {
            foreach (var word in words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                all[word] = all.GetValueOrDefault(word) | meaning;
            }
        }

        return all;
    }

    private static IEnumerable<(NameWord Meaning, string Words)> Lists() =>
    [
        (NameWord.Title,
            """
            mr mrs ms miss mx mister madam messrs dr prof professor rev revd reverend fr sir dame lt col gen maj capt cpt sgt cpl pvt cmdr adm
            brig ltgen ltcol ltcdr ltgov majgen briggen rabbi imam herr frau mme mlle monsieur madame mademoiselle señor señora señorita sra srta
            dott dottssa sig signora dhr mevr mevrouw ing dipl-ing rt sgtmaj congressman congresswoman senator representative
            councillor alderman magistrate
            """),
        (NameWord.WeakTitle,
            """
            the hon honorable honourable lord lady father mother sister brother bishop archbishop cardinal major captain colonel general
            lieutenant sergeant corporal admiral commander judge justice mayor governor president ambassador chancellor doctor doctora pastor
            deacon state us chief detective officer inspector superintendent sr don doña sheikh sheik cllr gov sen rep amb pres
            """),
        (NameWord.Suffix,
            """
            jr jnr sr snr ii iii iv vii viii ix phd dphil edd psyd pharmd dds dmd dvm mbbs frcs facs facp faia esq
            mba mph msc bsc bsn msn llb llm cpa cfa cfp clu chfc lutc lncc pmp crna aprn 2nd 3rd 4th obe mbe cbe ret
            """),
        (NameWord.WeakSuffix, "i v vi senior junior esquire"),
        (NameWord.Credential, "md do ma ms ba bs jd rn lpn pa np pe qc kc od dc pt ra rd mp mep aia csi ifma mlis msw lcsw"),
        (NameWord.Particle,
            """
            de del della delle dello degli dei dell' dalla dal dí di da do dos das du des d' la las los le van vande vanden vander vd
            von vom vonder zu zum zur der den ter ten te 't op af av al el ul bin ibn binti bint abu abou ben bar st ste san santa mc 'n
            """),
        (NameWord.LeadingParticle, "de von vom vander vanden zu zum zur der den ter 't dos das des degli d' ibn bint binti abu mc"),
        (NameWord.Small,
            """
            de del della da do dos das du des d' van von vom zu zum zur der den ter ten te 't op af av al el bin ibn binti bint
            y e i und and et
            """),
        (NameWord.FamilyJoin, "y e i"),
        (NameWord.PersonJoin, "and & + und et"),
        (NameWord.PhraseEnd, "law al co"),
    ];
}
