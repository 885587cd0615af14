namespace CrmMigration.Clean.Emails.Typos;

/// <summary>
/// How far one word is from being another by slips of the hand, in tenths of a plain mistake: swapped neighbours, a letter left out, one too
/// many, or a wrong one. What hands do often costs less: a doubled letter, a key beside the right one, a sign that looks alike.
/// </summary>
internal static class KeyboardSlip
{
    /// <summary>The longest word that is compared.</summary>
    public const int Longest = 24;

    /// <summary>More than any word that is meant costs.</summary>
    public const int TooFar = 100;

    /// <summary>The least that a letter costs which only one of the two words has, and the other has another one for.</summary>
    public const int Least = 6;

    private const int Width = Longest + 1;
    private const int Swapped = 6;
    private const int Doubled = 4;
    private const int LeftOut = 8;
    private const int Near = Least;
    private const int NearExtra = 7;
    private const int OtherVowel = Least;
    private const int Other = 10;

    // A wrong first letter makes another word more often than a typo, and a digit is no letter.
    private const int NearFirst = 8;
    private const int Unlikely = 20;

    private static readonly string[] Rows = ["1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

    // In quarters of a key: how far each row begins to the right of the first.
    private static readonly int[] Indents = [0, 2, 3, 5];

    private static readonly string[] Lookalikes = ["1l", "1i", "il", "0o", "gq", "mn", "uv", "vw", "sz", "ck", "yz", "e3", "aq", "wz"];

    private static readonly byte[] NearKeys = ReadNearKeys();

    /// <summary>The cost of typing <paramref name="typed"/> for <paramref name="meant"/>: Damerau's distance with weights, each letter
    /// moved at most once. <see cref="TooFar"/> where it is more than <paramref name="most"/>.</summary>
    /// <param name="typed">Small ASCII letters, digits and hyphens; at most <see cref="Longest"/>, as <paramref name="meant"/>.</param>
    public static int Cost(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant, int most)
    {
        Span<int> rows = stackalloc int[3 * Width];
        for (var j = 1; j <= meant.Length; j++)
        {
            rows[j] = rows[j - 1] + CostOfMissing(meant, j - 1);
        }

        var (least, leastBefore) = (0, 0);
        for (var i = 1; i <= typed.Length; i++)
        {
            (leastBefore, least) = (least, WriteRow(typed, i, meant, rows));
            if (Math.Min(least, leastBefore) > most)
            {
                return TooFar;
            }
        }

        var cost = rows[(typed.Length % 3 * Width) + meant.Length];
        return cost <= most ? cost : TooFar;
    }

    // Row i of the table, in place of row i - 3; returns its least cost.
    private static int WriteRow(ReadOnlySpan<char> typed, int i, ReadOnlySpan<char> meant, Span<int> rows)
    {
        var row = rows.Slice(i % 3 * Width, Width);
        var before = rows.Slice((i + 2) % 3 * Width, Width);
        var twoBefore = rows.Slice((i + 1) % 3 * Width, Width);
        var least = row[0] = before[0] + CostOfExtra(typed, i - 1);
        for (var j = 1; j <= meant.Length; j++)
        {
            var best = Math.Min(before[j] + CostOfExtra(typed, i - 1), row[j - 1] + CostOfMissing(meant, j - 1));
            best = Math.Min(best, before[j - 1] + CostOfWrong(typed[i - 1], meant[j - 1], i == 1 && j == 1));
            if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1] && typed[i - 1] != typed[i - 2])
            {
                best = Math.Min(best, twoBefore[j - 2] + Swapped);
            }

            row[j] = best;
            least = Math.Min(least, best);
        }

        return least;
    }

    private static int CostOfExtra(ReadOnlySpan<char> typed, int at)
    {
        var (before, behind) = (at > 0 ? typed[at - 1] : '\0', at + 1 < typed.Length ? typed[at + 1] : '\0');
        return typed[at] == before ? Doubled
            : AreNear(typed[at], before) || AreNear(typed[at], behind) ? NearExtra
            : at == 0 ? Unlikely
            : Other;
    }

    private static int CostOfMissing(ReadOnlySpan<char> meant, int at) =>
        at == 0 ? Other : meant[at] == meant[at - 1] ? Doubled : LeftOut;

    private static int CostOfWrong(char typed, char meant, bool isFirst) =>
        typed == meant ? 0
        : AreNear(typed, meant) ? isFirst ? NearFirst : Near
        : isFirst || char.IsAsciiDigit(typed) ? Unlikely
        : IsVowel(typed) && IsVowel(meant) ? OtherVowel
        : Other;

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool AreNear(char one, char other) => one < 128 && other < 128 && NearKeys[(one << 7) | other] != 0;

    private static byte[] ReadNearKeys()
    {
        var near = new byte[128 * 128];
        for (var row = 0; row < Rows.Length; row++)
        {
            for (var other = Math.Max(0, row - 1); other <= Math.Min(row + 1, Rows.Length - 1); other++)
            {
                foreach (var (one, at) in Rows[row].Select((key, at) => (key, at)))
                {
                    foreach (var (two, place) in Rows[other].Select((key, place) => (key, place)))
                    {
                        var apart = Math.Abs((at * 4) + Indents[row] - (place * 4) - Indents[other]);
                        near[(one << 7) | two] = (byte)(one != two && apart <= 4 ? 1 : 0);
                    }
                }
            }
        }

        foreach (var pair in Lookalikes)
        {
            (near[(pair[0] << 7) | pair[1]], near[(pair[1] << 7) | pair[0]]) = (1, 1);
        }

        return near;
    }
}
