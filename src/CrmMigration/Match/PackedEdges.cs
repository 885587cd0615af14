using System.Buffers.Binary;

namespace CrmMigration.Match;

/// <summary>
/// Pairs of rows that are one, as they are stored: two <see cref="PackedPairs"/> after each other, with the row's partition, and in the
/// lowest bit whether it has gaps, in the place of the hash. The partition tells of what kind the key is.
/// </summary>
internal sealed class PackedEdges(MatchedSources sources) : IDisposable
{
    private readonly PackedPairs ends = new();

    public ReadOnlyMemory<byte> Bytes => ends.Bytes;

    public void Dispose() => ends.Dispose();

    public void Add(PlacedKey left, PlacedKey right)
    {
        AddEnd(left);
        AddEnd(right);
    }

    public static (PlacedKey Left, PlacedKey Right) Take(ref ReadOnlySpan<byte> edges, MatchedSources sources) => (TakeEnd(ref edges, sources), TakeEnd(ref edges, sources));

    private void AddEnd(PlacedKey row) => ends.Add(((ulong)row.Partition << 1) | (row.HasGaps ? 1UL : 0), row.Key, sources.KindOf(row.Partition));

    private static PlacedKey TakeEnd(ref ReadOnlySpan<byte> edges, MatchedSources sources)
    {
        var partition = (int)(BinaryPrimitives.ReadUInt64LittleEndian(edges) >> 1);
        var (place, key) = PackedPairs.Take(ref edges, sources.KindOf(partition));
        return new(key, partition, sources.Of(partition), (place & 1) != 0);
    }
}
