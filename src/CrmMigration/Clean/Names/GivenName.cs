namespace CrmMigration.Clean.Names;

/// <summary>How many words a first name has, and where the middle names begin.</summary>
internal static class GivenName
{
    /// <summary>The place behind the first name that begins at <paramref name="from"/>; at most <paramref name="limit"/>.</summary>
    public static int End(in NameWords words, int from, int limit)
    {
        if (limit - from < 2)
        {
            return from + 1;
        }

        return (words.Seen & NameWord.PersonJoin) != 0 && JoinedEnd(words, from, limit) is var joined && joined > 0 ? joined
            : CompoundGivenName.End(words, from, limit);
    }

    /// <summary>Gives the words of the given names their roles. It may part the first one, so the places behind it move.</summary>
    public static void Mark(ref NameWords words, int from, int to)
    {
        if (to == from)
        {
            return;
        }

        var end = End(words, from, to);
        words.Mark(from, end, NameRole.First);
        words.Mark(end, to, NameRole.Middle);
        if (end == from + 1 && InitialsRun.FirstLength(words, from, out var gap) is var length && length > 0)
        {
            words.Split(from, length, gap);
            words[from + 1].Role = NameRole.Middle;
        }
    }

    // "John and Mary", "John A. and Mary": two first names that one family name follows.
    private static int JoinedEnd(in NameWords words, int from, int limit)
    {
        var join = from;
        while (join < limit - 1 && (join == from || words.IsInitial(join)) && !words[join].Is(NameWord.PersonJoin))
        {
            join++;
        }

        return words[join].Is(NameWord.PersonJoin) && words[join].Segment == words[from].Segment && join + 2 <= limit ? join + 2 : 0;
    }
}
