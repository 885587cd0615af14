using System.Buffers;
using System.Collections.Frozen;

namespace CrmMigration.Clean.Text;

/// <summary>Words whose letter case is not that of a name.</summary>
internal static class TitleWords
{
    /// <summary>Written this way wherever they stand. No word that means something else in small letters in a common language.</summary>
    public static IEnumerable<string> Kept { get; } =
    [
        .. """
        GmbH gGmbH mbH AG KG KGaA OHG GbR UG SE e.V. e.K. eG LLC LLP LP PLC SA S.A. SAS SARL SASU EURL SRL S.r.l. S.p.A. BV B.V. NV N.V. AB
        ApS A/S ASA Oyj Sp.z.o.o. s.r.o. a.s. d.o.o. Pty DBA USA UK UAE EU US PO P.O. NW NE SW PhD Ph.D. MD M.D. DDS MBA CPA CEO CFO CTO
        COO CIO VP HR c/o
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
    ];

    // Before a family name they are small even where no given name stands before them; the others begin cities and streets as well.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SmallAnywhere =
        Read("van von vom zu zum zur ter te bin ibn binti bint d' v.d. v/d 't 's 'n ’t ’s ’n");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SmallWithin =
        Read("""
            of the and for in on at by to de del della delle dello degli dei di da do das dos du des den der ten af av op al el und et y og och
            am an im ob auf bei unter upon sur sous en aux vor aan fon фон де дер и
            """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SmallBehindSmall = Read("la las le les lo los l' der den");

    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("ivxIVX");

    /// <summary>Whether a word is one of those that are written small at this place: <c>of</c>, <c>van</c>, <c>la</c> in "de la".</summary>
    public static bool IsSmall(ReadOnlySpan<char> word, TitlePlace place) =>
        (place & TitlePlace.Last) == 0
        && ((word.Length <= 5 && SmallAnywhere.Contains(word))
            || ((place & TitlePlace.First) == 0 && IsSmallWithin(word))
            || ((place & TitlePlace.AfterSmall) != 0 && SmallBehindSmall.Contains(word)));

    /// <summary>Whether a word is written small between two others: <c>upon</c> in Stratford-upon-Avon.</summary>
    public static bool IsSmallWithin(ReadOnlySpan<char> word) => word.Length <= 5 && SmallWithin.Contains(word);

    /// <summary>II to XXXIX. As a whole value's first word, XI and VI are names.</summary>
    public static bool IsRoman(ReadOnlySpan<char> word, TitlePlace place)
    {
        if (word.Length is < 2 or > 7 || word.ContainsAnyExcept(RomanDigits))
        {
            return false;
        }

        var tens = word.Length - word.TrimStart("xX").Length;
        var ones = word[tens..];
        var isNumber = tens <= 3 && (IsTally(ones) || ones.Equals("ix", StringComparison.OrdinalIgnoreCase)
            || ones.Equals("iv", StringComparison.OrdinalIgnoreCase));
        return isNumber && ((place & TitlePlace.First) == 0 || word.Length > 2 || word[0] is 'i' or 'I' || word[1] is 'x' or 'X');
    }

    // At most one v, then up to three i.
    private static bool IsTally(ReadOnlySpan<char> ones)
    {
        var tally = ones is ['v' or 'V', ..] ? ones[1..] : ones;
        return tally.Length <= 3 && !tally.ContainsAnyExcept('i', 'I');
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Read(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
