namespace CrmMigration.Profile.Tally;

/// <summary>
/// How many values of a column differ and how often they repeat, in bounded room: the hashes in the lowest 2^-level of all hashes, each with its
/// exact count (distinct sampling, P. Gibbons, VLDB 2001). Exact up to its capacity; beyond, every figure is a sample's figure times 2^level.
/// What it holds depends only on the values, not on their order or on how they were split.
/// </summary>
internal sealed class DistinctSample(int capacity)
{
    private ulong[] hashes = new ulong[64];
    private uint[] counts = new uint[64];
    private int held;
    private int level;
    private ulong limit = ulong.MaxValue;

    public bool IsExact => level == 0;

    /// <summary>Different values, about.</summary>
    public long Values => (long)held << level;

    /// <summary>By how much <see cref="Values"/> may be wrong, in 95 of 100 cases, as a share of it.</summary>
    public double Error => IsExact ? 0 : 1.96 / Math.Sqrt(held);

    /// <param name="hash">Of the value, by a hash whose bits are all good.</param>
    public void Add(ulong hash) => Add(hash, 1);

    public void MergeFrom(DistinctSample other)
    {
        while (level < other.level)
        {
            Tighten();
        }

        for (var i = 0; i < other.counts.Length; i++)
        {
            if (other.counts[i] > 0)
            {
                Add(other.hashes[i], other.counts[i]);
            }
        }
    }

    /// <summary>Values that occur at least twice and at most so often, and the rows that hold them.</summary>
    public RepeatedValues Repeated(uint most = uint.MaxValue) => Between(2, most);

    /// <summary>Values that occur more often than that, and the rows that hold them.</summary>
    public RepeatedValues Beyond(uint most) => Between(most + 1, uint.MaxValue);

    private RepeatedValues Between(uint least, uint most)
    {
        var (values, rows) = (0L, 0L);
        foreach (var count in counts)
        {
            if (count >= least && count <= most)
            {
                values++;
                rows += count;
            }
        }

        return new(values << level, rows << level, IsExact ? 0 : 1.96 * Math.Sqrt(values) * (1L << level), 1L << level);
    }

    private void Add(ulong hash, uint times)
    {
        if (hash > limit)
        {
            return;
        }

        var slot = SlotOf(hash);
        if (counts[slot] > 0)
        {
            counts[slot] += times;
        }
        else if (held == capacity)
        {
            Tighten();
            Add(hash, times);
        }
        else
        {
            hashes[slot] = hash;
            counts[slot] = times;
            if (++held * 2 > counts.Length)
            {
                Rebuild(counts.Length * 2);
            }
        }
    }

    // The low bits choose the slot, as the high ones are what the sample is taken by.
    private int SlotOf(ulong hash)
    {
        var slot = (int)(hash & (ulong)(counts.Length - 1));
        while (counts[slot] > 0 && hashes[slot] != hash)
        {
            slot = (slot + 1) & (counts.Length - 1);
        }

        return slot;
    }

    private void Tighten()
    {
        level++;
        limit >>= 1;
        Rebuild(counts.Length);
    }

    private void Rebuild(int slots)
    {
        var (oldHashes, oldCounts) = (hashes, counts);
        (hashes, counts, held) = (new ulong[slots], new uint[slots], 0);
        for (var i = 0; i < oldCounts.Length; i++)
        {
            if (oldCounts[i] > 0 && oldHashes[i] <= limit)
            {
                var slot = SlotOf(oldHashes[i]);
                (hashes[slot], counts[slot]) = (oldHashes[i], oldCounts[i]);
                held++;
            }
        }
    }
}
