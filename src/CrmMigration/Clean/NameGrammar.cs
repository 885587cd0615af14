namespace CrmMigration.Clean;

/// <summary>
/// Tells given from family name by the order of the words, the commas, and the few words whose part is known. One word alone is a family
/// name.
/// </summary>
internal readonly ref struct NameGrammar(ReadOnlySpan<char> text, ReadOnlySpan<NameToken> tokens)
{
    private const NameWord AnySuffix = NameWord.Suffix | NameWord.WeakSuffix | NameWord.Credential;

    private readonly ReadOnlySpan<char> text = text;
    private readonly ReadOnlySpan<NameToken> tokens = tokens;

    /// <summary>Needs at least one token.</summary>
    public NameShape Read()
    {
        var comma = SegmentEnd(0);
        if (comma == tokens.Length)
        {
            return ReadNatural(0, comma);
        }

        var given = comma;
        while (given < tokens.Length && IsSuffixSegment(given))
        {
            given = SegmentEnd(given);
        }

        return given < tokens.Length ? ReadInverted(comma, given)
            : IsFamilyAlone(comma) && !tokens[comma].Is(NameWord.Suffix) ? ReadInverted(comma, comma)
            : ReadNatural(0, comma);
    }

    /// <summary>"Dr. Juan Q. de la Vega III": titles, given name, others, family name, suffixes.</summary>
    private NameShape ReadNatural(int from, int to)
    {
        to = TrimSuffixes(from, to, 3);
        from = TrimTitles(from, to);
        if (to - from == 1 || tokens[from].Is(NameWord.LeadingParticle))
        {
            return new NameShape(from..from, from..from, from..to);
        }

        var firstEnd = FirstEnd(from, to);
        return new NameShape(from..firstEnd, from..from, FamilyStart(firstEnd, to)..to);
    }

    /// <summary>
    /// "de la Vega, Dr. Juan Q. III": the family name ends at the first comma, the given name begins at <paramref name="given"/>.
    /// </summary>
    private NameShape ReadInverted(int comma, int given)
    {
        var to = TrimSuffixes(0, comma, 2);
        var from = TrimTitles(0, to);
        var givenEnd = TrimSuffixes(given, SegmentEnd(given), 3);
        var first = TrimTitles(given, givenEnd);
        var particles = givenEnd;
        while (particles > first + 1 && tokens[particles - 1].Is(NameWord.Particle))
        {
            particles--;
        }

        return new NameShape(first..FirstEnd(first, particles + 1), particles..givenEnd, from..to);
    }

    private int SegmentEnd(int start)
    {
        var end = start;
        while (end < tokens.Length && tokens[end].Segment == tokens[start].Segment)
        {
            end++;
        }

        return end;
    }

    private bool IsSuffixSegment(int start)
    {
        var end = SegmentEnd(start);
        for (var i = start; i < end; i++)
        {
            if (!tokens[i].Is(AnySuffix))
            {
                return PhraseStart(start, end) == start;
            }
        }

        return true;
    }

    private bool IsFamilyAlone(int to) => TrimTitles(0, to) == to - 1 || tokens[0].Is(NameWord.LeadingParticle);

    private int TrimTitles(int from, int to)
    {
        while (to - from > 1 && (tokens[from].Is(NameWord.Title) || (to - from > 2 && tokens[from].Is(NameWord.WeakTitle))))
        {
            from++;
            if (to - from > 2 && tokens[from].Is(NameWord.PersonJoin) && tokens[from + 1].Is(NameWord.Title))
            {
                from++;
            }
        }

        return from;
    }

    /// <param name="weakFrom">From how many words on a doubtful suffix counts as one.</param>
    private int TrimSuffixes(int from, int to, int weakFrom)
    {
        while (to - from > 1)
        {
            var phrase = PhraseStart(from, to);
            if (phrase < to && phrase > from)
            {
                to = phrase;
            }
            else if (tokens[to - 1].Is(NameWord.Suffix) || (to - from >= weakFrom && IsWeakSuffix(to - 1)))
            {
                to--;
            }
            else
            {
                return to;
            }
        }

        return to;
    }

    private bool IsWeakSuffix(int at) =>
        !IsInitial(at - 1)
        && (tokens[at].Is(NameWord.WeakSuffix)
            || (tokens[at].Is(NameWord.Credential) && (Text(at).Contains('.') || (IsCapitals(at) && !IsCapitals(at - 1)))));

    private int PhraseStart(int from, int to) =>
        !tokens[to - 1].Is(NameWord.PhraseEnd) || to - from < 2 ? to
        : Says(to - 1, "law") && Says(to - 2, "at") ? to - from > 2 && (Says(to - 3, "attorney") || Says(to - 3, "atty")) ? to - 3 : to - 2
        : (Says(to - 1, "al") && Says(to - 2, "et")) || (Says(to - 1, "co") && tokens[to - 2].Is(NameWord.PersonJoin)) ? to - 2
        : to;

    private int FirstEnd(int from, int to) =>
        to - from > 3 && tokens[from + 1].Is(NameWord.PersonJoin) && tokens[from + 1].Segment == tokens[from].Segment ? from + 3 : from + 1;

    private int FamilyStart(int firstEnd, int to)
    {
        for (var i = firstEnd; i < to - 1; i++)
        {
            if (tokens[i].Is(NameWord.Particle))
            {
                return i;
            }

            if (i > firstEnd && tokens[i].Is(NameWord.FamilyJoin) && JoinsFamilies(i))
            {
                return i - 1;
            }
        }

        return to - 1;
    }

    // A single letter between initials, or a capital one, is an initial itself; "e" and "i" join only between capitalized names.
    private bool JoinsFamilies(int at) =>
        !IsInitial(at - 1) && !IsInitial(at + 1) && tokens[at].Length == 1
        && (Says(at, "y")
            ? !char.IsUpper(Text(at)[0]) || IsCapitals(at - 1)
            : char.IsLower(Text(at)[0]) && char.IsUpper(Text(at - 1)[0]) && char.IsUpper(Text(at + 1)[0]));

    private ReadOnlySpan<char> Text(int at) => text.Slice(tokens[at].Start, tokens[at].Length);

    private bool Says(int at, string word) => Text(at).TrimEnd('.').Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool IsInitial(int at) => Text(at).TrimEnd('.').Length == 1;

    private bool IsCapitals(int at) => LetterCase.Of(Text(at)) == LetterCasing.Upper;
}
