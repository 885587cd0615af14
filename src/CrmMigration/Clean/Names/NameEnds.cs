namespace CrmMigration.Clean.Names;

/// <summary>Takes titles from the front of a name and suffixes from its end.</summary>
internal static class NameEnds
{
    private const NameWord AnySuffix = NameWord.Suffix | NameWord.WeakSuffix | NameWord.Credential;

    /// <summary>Where the name begins behind what is always a title; at least one word is left.</summary>
    public static int TrimStrongTitles(in NameWords words, int from, int to) => TrimTitles(words, from, to, int.MaxValue);

    /// <summary>Where the name itself begins; at least one word is left.</summary>
    public static int TrimTitles(in NameWords words, int from, int to) => TrimTitles(words, from, to, 3);

    private static int TrimTitles(in NameWords words, int from, int to, int weakFrom)
    {
        while (to - from > 1 && (words[from].Is(NameWord.Title) || (to - from >= weakFrom && IsWeakTitle(words, from)) || IsMonsieurEtMadame(words, from, to)))
        {
            words[from++].Role = NameRole.Title;
            while (to - from > 1 && IsRestOfTitle(words, from))
            {
                words[from++].Role = NameRole.Title;
            }

            if (to - from > 2 && words[from].Is(NameWord.PersonJoin) && words[from + 1].Is(NameWord.Title))
            {
                words[from++].Role = NameRole.Title;
            }
        }

        return from;
    }

    // "Dr. rer. nat.", but not "Dr. Phil Jones".
    private static bool IsRestOfTitle(in NameWords words, int at) =>
        words[at].Is(NameWord.TitleRest) && (words.Text(at).Contains('.') || char.IsLower(words.Text(at)[0]));

    /// <summary>Where the name itself ends; at least one word is left.</summary>
    /// <param name="weakFrom">From how many words on a doubtful suffix counts as one.</param>
    public static int TrimSuffixes(in NameWords words, int from, int to, int weakFrom)
    {
        while (to - from > 1)
        {
            var phrase = PhraseStart(words, from, to);
            if (phrase < to && phrase > from)
            {
                to = phrase;
            }
            else if (words[to - 1].Is(NameWord.Suffix) || (to - from >= WeakFrom(words, to - 1, weakFrom) && IsWeakSuffix(words, to - 1)))
            {
                words[--to].Role = NameRole.Suffix;
            }
            else if (words[to - 1].Is(NameWord.TitleBehind) || (to - from >= 3 && words[to - 1].Is(NameWord.EndTitle)))
            {
                words[--to].Role = NameRole.Title;
            }
            else
            {
                return to;
            }
        }

        return to;
    }

    /// <summary>Whether the words up to the next comma are all suffixes or all titles: "John Doe, CLU, CFP", "Smith, Mrs.".</summary>
    public static bool IsEnding(in NameWords words, int start)
    {
        var end = words.SegmentEnd(start);
        var (areSuffixes, areTitles) = (true, true);
        for (var i = start; i < end; i++)
        {
            areSuffixes &= words[i].Is(AnySuffix) || IsUnknownCredential(words, i);
            areTitles &= (words[i].Is(NameWord.Title) && !(words.IsCapitals(i) && !words.IsCapitals(0))) || (i > start && IsRestOfTitle(words, i));
        }

        return areSuffixes || areTitles || PhraseStart(words, start, end) == start;
    }

    /// <summary>Gives the words between two commas their roles; words that are neither title nor suffix stay without one.</summary>
    public static void MarkEndings(in NameWords words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            words[i].Role = words[i].Is(AnySuffix) || IsUnknownCredential(words, i) ? NameRole.Suffix
                : words[i].Is(NameWord.Title) || (i > from && IsRestOfTitle(words, i)) ? NameRole.Title
                : NameRole.None;
        }

        _ = PhraseStart(words, from, to);
    }

    /// <summary>"M. et Mme", whose M. is an initial elsewhere.</summary>
    public static bool IsMonsieurEtMadame(in NameWords words, int at, int to) =>
        to - at > 3 && words[at + 1].Is(NameWord.PersonJoin) && words[at + 2].Is(NameWord.Title) && words.Says(at, "m");

    private static bool IsWeakTitle(in NameWords words, int at) =>
        words[at].Is(NameWord.WeakTitle) && !(words.Text(at) is ['U', '.', ..] or ['u', '.', ..]);

    // Nobody knows all credentials: behind a whole name in mixed letter case, three capitals or more are one.
    private static bool IsUnknownCredential(in NameWords words, int at) =>
        words[at].Segment > 0 && words[at].Length > 2 && words.SegmentEnd(0) > 1 && words.IsCapitals(at)
        && !words.Text(at).Contains('.') && !words.IsCapitals(0) && !words.IsCapitals(words.SegmentEnd(0) - 1);

    private static bool IsWeakSuffix(in NameWords words, int at) =>
        !words.IsInitial(at - 1)
        && (words[at].Is(NameWord.WeakSuffix)
            || (words[at].Is(NameWord.Credential)
                && (words.Text(at).Contains('.') || (words.IsCapitals(at) && !words.IsCapitals(at - 1)))));

    // Behind the comma, one letter after one name is an initial: "Doe, John V".
    private static int WeakFrom(in NameWords words, int at, int weakFrom) =>
        words[at].Segment > 0 && words.IsInitial(at) ? Math.Max(weakFrom, 3) : weakFrom;

    // "Attorney at law" is a suffix; "et al." and "& Co." are nothing that a person's name has a column for.
    private static int PhraseStart(in NameWords words, int from, int to)
    {
        if (!words[to - 1].Is(NameWord.PhraseEnd) || to - from < 2)
        {
            return to;
        }

        if (words.Says(to - 1, "law") && words.Says(to - 2, "at"))
        {
            var start = to - from > 2 && (words.Says(to - 3, "attorney") || words.Says(to - 3, "atty")) ? to - 3 : to - 2;
            words.Mark(start, to, NameRole.Suffix);
            return start;
        }

        return (words.Says(to - 1, "al") && words.Says(to - 2, "et"))
            || ((words.Says(to - 1, "co") || words.Says(to - 1, "cie")) && words[to - 2].Is(NameWord.PersonJoin)) ? to - 2 : to;
    }
}
