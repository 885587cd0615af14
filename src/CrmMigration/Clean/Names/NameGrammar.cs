namespace CrmMigration.Clean.Names;

/// <summary>
/// Tells given from family name by the order of the words, the commas, and the few words whose part is known. One word alone is a family
/// name.
/// </summary>
internal static class NameGrammar
{
    /// <summary>Gives every word its role. Needs at least one word.</summary>
    public static void Read(ref NameWords words)
    {
        if (words.Seen == NameWord.None && words.Count == 2 && words[1].Segment == 0 && !EasternName.IsEastern(words.Text(0)[0]))
        {
            words[1].Role = NameRole.Last;
            GivenName.Mark(ref words, 0, 1);
            return;
        }

        DropRemarks(ref words);
        DropCompany(ref words);
        var comma = words.SegmentEnd(0);
        if (comma == words.Count)
        {
            ReadNatural(ref words, comma);
            return;
        }

        var given = comma;
        while (given < words.Count && NameEnds.IsEnding(words, given))
        {
            given = words.SegmentEnd(given);
        }

        if (given == words.Count && IsFamilyAlone(words, comma) && !words[comma].Is(NameWord.Suffix | NameWord.Title))
        {
            given = comma;
        }

        NameEnds.MarkEndings(words, comma, given);
        if (IsNaturalWithInitial(words, comma))
        {
            words[0].Role = NameRole.First;
            words[1].Role = NameRole.Last;
            words[2].Role = NameRole.Middle;
        }
        else if (given < words.Count)
        {
            ReadInverted(ref words, comma, given);
        }
        else
        {
            ReadNatural(ref words, comma);
        }
    }

    // "Dr. Juan Q. de la Vega III": titles, given name, others, family name, suffixes.
    private static void ReadNatural(ref NameWords words, int to)
    {
        var from = NameEnds.TrimStrongTitles(words, 0, to);
        to = NameEnds.TrimSuffixes(words, from, to, 3);
        from = NameEnds.TrimTitles(words, from, to);
        if (EasternName.IsFamilyFirst(words, from, to))
        {
            ReadEastern(ref words, from, to);
        }
        else if (to - from == 3 && Patronymic.Is(words.Text(to - 1)) && !Patronymic.Is(words.Text(to - 2)))
        {
            words[from].Role = NameRole.Last;
            words[from + 1].Role = NameRole.First;
            words[from + 2].Role = NameRole.Middle;
        }
        else if (to - from == 1 || IsFamilyOnly(words, from, to))
        {
            words.Mark(from, to, NameRole.Last);
        }
        else
        {
            var family = FamilyName.Start(words, GivenName.End(words, from, to - 1), to);
            words.Mark(family, to, NameRole.Last);
            GivenName.Mark(ref words, from, family);
        }
    }

    // "John Smith, B": the middle initial was added behind.
    private static bool IsNaturalWithInitial(in NameWords words, int comma) =>
        comma == 2 && words.Count == 3 && words.IsInitial(2) && !words[1].Is(NameWord.Suffix | NameWord.WeakSuffix | NameWord.Particle)
        && CommonGivenName.Is(words.Text(0)) && !CommonGivenName.Is(words.Text(1));

    // "de la Vega, Dr. Juan Q. III": the family name ends at the first comma.
    private static void ReadInverted(ref NameWords words, int comma, int given)
    {
        var familyEnd = NameEnds.TrimSuffixes(words, 0, comma, 2);
        words.Mark(NameEnds.TrimTitles(words, 0, familyEnd), familyEnd, NameRole.Last);

        var segmentEnd = words.SegmentEnd(given);
        NameEnds.MarkEndings(words, segmentEnd, words.Count);
        var first = NameEnds.TrimStrongTitles(words, given, segmentEnd);
        var end = NameEnds.TrimSuffixes(words, first, segmentEnd, 2);
        first = NameEnds.TrimTitles(words, first, end);
        var particles = end;
        while (particles > first + 1 && words[particles - 1].Is(NameWord.Particle))
        {
            particles--;
        }

        words.Mark(particles, end, NameRole.Particle);
        GivenName.Mark(ref words, first, particles);
    }

    private static void ReadEastern(ref NameWords words, int from, int to)
    {
        words.Mark(from, to, NameRole.First);
        words[from].Role = NameRole.Last;
        var family = to - from == 1 ? EasternName.FamilyLength(words.Text(from)) : 0;
        if (family > 0)
        {
            words.Split(from, family, 0);
            words[from + 1].Role = NameRole.First;
        }
    }

    // "von Trier", "van der Berg" in small letters, but not "Van Morrison" and "Abu Bakr Siddiq".
    private static bool IsFamilyOnly(in NameWords words, int from, int to) =>
        words[from].Is(NameWord.LeadingParticle) ? to - from == 2 || !CompoundGivenName.IsServant(words.Text(from))
        : words[from].Is(NameWord.Particle) && char.IsLower(words.Text(from)[0]) && char.IsUpper(words.Text(to - 1)[0]);

    private static bool IsFamilyAlone(in NameWords words, int to) =>
        NameEnds.TrimTitles(words, 0, to) is var from && NameEnds.TrimSuffixes(words, from, to, int.MaxValue) == from + 1
        || words[0].Is(NameWord.LeadingParticle);

    // "Co., Jerome B. Rice &", as registers sort it.
    private static void DropCompany(ref NameWords words)
    {
        if (words.Count > 3 && words.SegmentEnd(0) == 1 && words[0].Is(NameWord.PhraseEnd) && words[words.Count - 1].Is(NameWord.PersonJoin))
        {
            words.Drop(words.Count - 1, words.Count);
            words.Drop(0, 1);
        }
    }

    // "Mary Smith née Jones", "John Smith c/o Acme"; "Nee" is a family name as well.
    private static void DropRemarks(ref NameWords words)
    {
        for (var i = 1; (words.Seen & NameWord.Remark) != 0 && i < words.Count - 1; i++)
        {
            var end = words.SegmentEnd(i);
            if (words[i].Is(NameWord.Remark) && words[i - 1].Segment == words[i].Segment && end > i + 1
                && (char.IsLower(words.Text(i)[0]) || words.IsCapitals(i)))
            {
                words.Drop(i, end);
            }
        }
    }
}
