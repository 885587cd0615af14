using System.IO.Hashing;

namespace CrmMigration.Source;

/// <summary>
/// How many rows the ranges of a cut have, one after the other. Of the whole table they are equal. Of a sample, small ones stand anywhere in
/// equal parts of the table, as equal distances would meet what comes at equal distances too often or never. They have two sizes by turns,
/// so that the time of a step can be told from the time of a row. The same figures give the same places.
/// </summary>
/// <param name="Size">Rows of a range; of a sample's ranges on average.</param>
/// <param name="Gap">Rows between two ranges of a sample on average; 0: the whole table is cut.</param>
internal sealed record CutPattern(int Size, long Gap)
{
    private const int SampledRanges = 40;
    private const int SmallestSampled = 100;
    private const int LargestSampled = 250_000;

    // What is only looked through is done in pieces too, so that no step takes long.
    private const int LargestPiece = 1_000_000;

    /// <param name="rows">Of the whole table, about.</param>
    public static CutPattern OfSample(double percent, long rows, int? partitionRows)
    {
        var share = percent / 100;
        var size = (int)Math.Clamp(share * rows / SampledRanges, SmallestSampled, Math.Min(LargestSampled, partitionRows ?? LargestSampled));
        return new(size, (long)(size * (1 - share) / share));
    }

    /// <summary>Without end.</summary>
    public IEnumerable<(int Rows, bool Sampled)> Ranges()
    {
        if (Gap == 0)
        {
            while (true)
            {
                yield return (Size, true);
            }
        }

        for (var (part, small, behind) = (0L, true, 0L); ; part++, small = !small)
        {
            var before = (long)Math.BigMul(XxHash3.HashToUInt64(BitConverter.GetBytes(part)), (ulong)Gap + 1, out _);
            for (var gap = behind + before; gap > 0; gap -= Math.Min(gap, LargestPiece))
            {
                yield return ((int)Math.Min(gap, LargestPiece), false);
            }

            yield return (Math.Max(1, small ? Size / 2 : Size + (Size / 2)), true);
            behind = Gap - before;
        }
    }
}
