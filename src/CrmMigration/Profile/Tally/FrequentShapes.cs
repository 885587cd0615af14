using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace CrmMigration.Profile.Tally;

/// <summary>
/// The most frequent shapes of a column in bounded room (Misra and Gries, in batches): when there are too many, as much is taken from every
/// count that half of them vanish. A count is never too high, and too low by at most <see cref="Missed"/>; a shape more frequent than that
/// is never lost.
/// </summary>
internal sealed class FrequentShapes(int capacity)
{
    private readonly Dictionary<ulong, Entry> entries = [];

    /// <summary>0 while every count is exact.</summary>
    public long Missed { get; private set; }

    public void Add(ReadOnlySpan<byte> shape)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, XxHash3.HashToUInt64(shape), out var known);
        if (known)
        {
            entry = entry with { Count = entry.Count + 1 };
            return;
        }

        entry = new(Encoding.UTF8.GetString(shape), 1);
        Shrink();
    }

    public void MergeFrom(FrequentShapes other)
    {
        Missed += other.Missed;
        foreach (var (hash, entry) in other.entries)
        {
            entries[hash] = entry with { Count = entry.Count + entries.GetValueOrDefault(hash).Count };
        }

        Shrink();
    }

    /// <summary>Most frequent first; equally frequent ones in alphabetical order.</summary>
    public IReadOnlyList<(string Shape, long Count)> Top(int most) =>
        [.. entries.Values.OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Shape, StringComparer.Ordinal).Take(most).Select(entry => (entry.Shape, entry.Count))];

    private void Shrink()
    {
        if (entries.Count <= capacity)
        {
            return;
        }

        var cut = entries.Values.Select(entry => entry.Count).OrderDescending().ElementAt(capacity / 2);
        Missed += cut;
        foreach (var (hash, entry) in entries.ToArray())
        {
            if (entry.Count <= cut)
            {
                entries.Remove(hash);
            }
            else
            {
                entries[hash] = entry with { Count = entry.Count - cut };
            }
        }
    }

    private readonly record struct Entry(string Shape, long Count);
}
