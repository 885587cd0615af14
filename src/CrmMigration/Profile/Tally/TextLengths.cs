namespace CrmMigration.Profile.Tally;

/// <summary>How many texts have which length in characters, exact up to <see cref="LongestCounted"/>.</summary>
internal sealed class TextLengths
{
    public const int LongestCounted = 256;

    private readonly long[] counts = new long[LongestCounted + 2];

    public int Least { get; private set; } = int.MaxValue;

    public int Most { get; private set; }

    public long Total { get; private set; }

    public void Add(int characters)
    {
        counts[Math.Min(characters, LongestCounted + 1)]++;
        Total += characters;
        Least = Math.Min(Least, characters);
        Most = Math.Max(Most, characters);
    }

    public void MergeFrom(TextLengths other)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += other.counts[i];
        }

        Total += other.Total;
        Least = Math.Min(Least, other.Least);
        Most = Math.Max(Most, other.Most);
    }

    /// <summary>Texts from one length through another; the last length counted stands for all beyond.</summary>
    public long Between(int from, int through) => counts.AsSpan(from, Math.Min(through, LongestCounted + 1) - from + 1) is var part ? Sum(part) : 0;

    private static long Sum(ReadOnlySpan<long> part)
    {
        var sum = 0L;
        foreach (var count in part)
        {
            sum += count;
        }

        return sum;
    }
}
