
namespace CrmMigration.Match;

/// <summary>Pairs of rows that are one, as they are stored: two pairs of partition and key (see <see cref="PackedPairs"/>) after each other.</summary>
internal sealed class PackedEdges
{
    private readonly PackedPairs ends = new();

    public ReadOnlyMemory<byte> Bytes => ends.Bytes;

    public void Add(PlacedKey left, PlacedKey right)
    {
        ends.Add((ulong)left.Partition, left.Key);
        ends.Add((ulong)right.Partition, right.Key);
    }

    public static (PlacedKey Left, PlacedKey Right) Take(ref ReadOnlySpan<byte> edges, bool integerKeys) =>
        (TakeEnd(ref edges, integerKeys), TakeEnd(ref edges, integerKeys));

    private static PlacedKey TakeEnd(ref ReadOnlySpan<byte> edges, bool integerKeys)
    {
        var (partition, key) = PackedPairs.Take(ref edges, integerKeys);
        return new(key, (int)partition);
    }
}
