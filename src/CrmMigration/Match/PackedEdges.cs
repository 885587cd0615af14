using CrmMigration.Source;

namespace CrmMigration.Match;

/// <summary>
/// Pairs of rows that are one, as they are stored: two <see cref="PackedPairs"/> after each other, with the row's partition, and in the
/// lowest bit whether it has gaps, in the place of the hash.
/// </summary>
internal sealed class PackedEdges(KeyKind kind) : IDisposable
{
    private readonly PackedPairs ends = new(kind);

    public ReadOnlyMemory<byte> Bytes => ends.Bytes;

    /// <summary>The bytes that one of an edge's two rows takes at least.</summary>
    public static int SmallestEnd(KeyKind kind) => PackedPairs.SmallestSize(kind);

    public void Dispose() => ends.Dispose();

    public void Add(PlacedKey left, PlacedKey right)
    {
        AddEnd(left);
        AddEnd(right);
    }

    public static (PlacedKey Left, PlacedKey Right) Take(ref ReadOnlySpan<byte> edges, KeyKind kind) => (TakeEnd(ref edges, kind), TakeEnd(ref edges, kind));

    private void AddEnd(PlacedKey row) => ends.Add(((ulong)row.Partition << 1) | (row.HasGaps ? 1UL : 0), row.Key);

    private static PlacedKey TakeEnd(ref ReadOnlySpan<byte> edges, KeyKind kind)
    {
        var (place, key) = PackedPairs.Take(ref edges, kind);
        return new(key, (int)(place >> 1), (place & 1) != 0);
    }
}
