using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>
/// A set of source keys in little room: numbers as bits in pages of 65 536 (one bit a key where ids are dense, at most 8 kB a page),
/// text as 64-bit hashes. A text key that is not in the set is taken for one with a chance of n / 2^64.
/// </summary>
internal sealed class KeySet
{
    private const int PageBits = 16;

    private readonly Dictionary<long, ulong[]> pages = [];
    private readonly HashSet<ulong> hashes = [];
    private long lastPage = long.MinValue;
    private ulong[]? lastBits;

    /// <summary>Not safe from many threads.</summary>
    public void Add(SourceKey key)
    {
        if (key.Text is { } text)
        {
            hashes.Add(Hash(text));
        }
        else
        {
            Add(key.Number);
        }
    }

    /// <summary>Safe from many threads once nothing is added any more.</summary>
    public bool Contains(SourceKey key)
    {
        if (key.Text is { } text)
        {
            return hashes.Contains(Hash(text));
        }

        var bit = (int)(key.Number & ((1 << PageBits) - 1));
        return pages.TryGetValue(key.Number >> PageBits, out var bits) && (bits[bit >> 6] & (1UL << (bit & 63))) != 0;
    }

    private void Add(long number)
    {
        var page = number >> PageBits;
        if (page != lastPage || lastBits is null)
        {
            lastPage = page;
            lastBits = pages.TryGetValue(page, out var bits) ? bits : pages[page] = new ulong[1 << (PageBits - 6)];
        }

        var bit = (int)(number & ((1 << PageBits) - 1));
        lastBits[bit >> 6] |= 1UL << (bit & 63);
    }

    private static ulong Hash(string text) => Reconcile.PostgresHash.Bytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()), 1);
}
