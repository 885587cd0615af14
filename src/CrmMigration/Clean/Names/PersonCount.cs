namespace CrmMigration.Clean.Names;

/// <summary>
/// Tells an organisation and two persons in one field from one person. Neither is guessed at: the rule says so, and the value stays whole
/// unless one family name plainly follows both first names.
/// </summary>
internal static class PersonCount
{
    private const NameWord Doubtful =
        NameWord.PersonJoin | NameWord.Organization | NameWord.OrganizationForm | NameWord.OrganizationOf | NameWord.Household;

    private const NameWord AroundName = NameWord.Title | NameWord.WeakTitle | NameWord.Suffix | NameWord.WeakSuffix;

    /// <summary>The rule that a value breaks which is not one person's name, or null.</summary>
    /// <param name="staysWhole">Whether the value is not to be parted.</param>
    public static Rule? FindRule(in NameWords words, out bool staysWhole)
    {
        staysWhole = false;
        if ((words.Seen & Doubtful) == 0 && words.Semicolon == 0 && !words.HasSigns)
        {
            staysWhole = AreTwoInFull(words);
            return staysWhole ? NameRules.TwoPersons : null;
        }

        if (IsOrganization(words))
        {
            staysWhole = true;
            return NameRules.Organization;
        }

        if (words[0].Is(NameWord.Household) || words[words.Count - 1].Is(NameWord.Household))
        {
            staysWhole = true;
            return NameRules.TwoPersons;
        }

        var rule = (words.Seen & NameWord.PersonJoin) != 0 ? FindJoined(words, out staysWhole) : null;
        if (rule is null && words.Semicolon > 0)
        {
            staysWhole = AreTwoNames(words, words.Semicolon);
            rule = staysWhole ? NameRules.TwoPersons : null;
        }

        return rule ?? (HasSlash(words) ? NameRules.TwoPersons : null);
    }

    private static bool IsOrganization(in NameWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((words[i].Is(NameWord.Organization) && words.Count > 1)
                || (words[i].Is(NameWord.OrganizationForm) && i > 0 && i == words.Count - 1 && IsForm(words, i))
                || (words[i].Is(NameWord.OrganizationOf) && (IsOf(words, i - 1) || IsOf(words, i + 1)))
                || (i > 1 && words.Says(i, "trust") && words[i - 1].Is(NameWord.Household)))
            {
                return true;
            }
        }

        return false;
    }

    // "Siemens AG" and "Sonae S.A.", but not "Ana Sa" and "SMITH, AG".
    private static bool IsForm(in NameWords words, int at) =>
        words[at].Segment == 0 && !words.IsInitial(at - 1) && char.IsUpper(words.Text(at)[0])
        && (words.Text(at).Contains('.') || (words.IsCapitals(at) && !words.IsCapitals(0)));

    private static bool IsOf(in NameWords words, int at) => at >= 0 && at < words.Count && words[at].Is(NameWord.Of);

    private static Rule? FindJoined(in NameWords words, out bool staysWhole)
    {
        var (joins, at) = (0, 0);
        staysWhole = false;
        var areTitlesJoined = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].Is(NameWord.PersonJoin) || IsAmongParticles(words, i) || (i + 1 < words.Count && words.Says(i + 1, "al")))
            {
                continue;
            }

            if (IsCompany(words, i))
            {
                return NameRules.Organization;
            }

            areTitlesJoined |= i > 0 && i + 1 < words.Count && words[i + 1].Is(NameWord.Title)
                && (words[i - 1].Is(NameWord.Title) || NameEnds.IsMonsieurEtMadame(words, i - 1, words.Count));
            (joins, at) = (joins + 1, i);
        }

        staysWhole = joins > 1 || (joins == 1 && !areTitlesJoined && !SharesFamilyName(words, at));
        return joins > 0 ? NameRules.TwoPersons : null;
    }

    private static bool IsAmongParticles(in NameWords words, int at) =>
        at > 0 && at + 1 < words.Count && words[at - 1].Is(NameWord.Particle) && words[at + 1].Is(NameWord.Particle);

    private static bool IsCompany(in NameWords words, int at) =>
        (at + 1 < words.Count && (words.Says(at + 1, "co") || words.Says(at + 1, "cie")))
        || (at == words.Count - 1 && words.Says(0, "co"));

    // "John and Mary Smith" and "Smith, John and Mary".
    private static bool SharesFamilyName(in NameWords words, int at)
    {
        var (start, end) = (at, words.SegmentEnd(at));
        while (start > 0 && words[start - 1].Segment == words[at].Segment)
        {
            start--;
        }

        if (start < at && at + 1 < words.Count && words[at + 1].Is(NameWord.Title | NameWord.WeakTitle))
        {
            return false;
        }

        var isInverted = words[at].Segment > 0;
        return CountNames(words, start, at) <= 1 && CountNames(words, at + 1, end) >= (isInverted ? 1 : 2)
            && (isInverted ? words[at].Segment == 1 : end == words.Count || NameEnds.IsEnding(words, end));
    }

    // "John Smith, Mary Jones", but not "Garcia Lopez, Maria Elena".
    private static bool AreTwoInFull(in NameWords words) =>
        words.Count == 4 && words.SegmentEnd(0) == 2 && words.SegmentEnd(2) == 4 && words.Seen == NameWord.None
        && CommonGivenName.Is(words.Text(0)) && CommonGivenName.Is(words.Text(2))
        && !CommonGivenName.Is(words.Text(1)) && !CommonGivenName.Is(words.Text(3)) && !words.IsInitial(3);

    private static bool AreTwoNames(in NameWords words, int semicolon) =>
        CountNames(words, 0, semicolon) > 1 && CountNames(words, semicolon, words.Count) > 1;

    private static int CountNames(in NameWords words, int from, int to)
    {
        var names = 0;
        for (var i = from; i < to; i++)
        {
            names += words[i].Is(AroundName) || words.IsInitial(i) ? 0 : 1;
        }

        return names;
    }

    // "John/Mary Smith", but not "a/l", which joins a name to the father's.
    private static bool HasSlash(in NameWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var slash = words.Text(i).IndexOf('/');
            if (slash > 1 && words[i].Length - slash > 2)
            {
                return true;
            }
        }

        return false;
    }
}
