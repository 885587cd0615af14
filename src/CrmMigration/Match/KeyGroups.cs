using System.Buffers.Binary;

namespace CrmMigration.Match;

/// <summary>
/// The pairs of one bucket, brought together by hash. Only hashes are unpacked for all; a key is read when it shares its hash with
/// another, which few do.
/// </summary>
internal sealed class KeyGroups(bool integerKeys)
{
    private readonly List<(int Partition, byte[] Pairs)> blocks = [];

    public int Count { get; private set; }

    public void Add(int partition, byte[] pairs)
    {
        blocks.Add((partition, pairs));
        Count += PackedPairs.Count(pairs, integerKeys);
    }

    /// <summary>An edge from the lowest row of each group to each other; and how many groups were too large to be evidence.</summary>
    public (PackedEdges Edges, long Frequent) Edges(int limit)
    {
        var pairs = Unpack();
        Array.Sort(pairs);
        var edges = new PackedEdges();
        long frequent = 0;
        for (var first = 0; first < pairs.Length;)
        {
            var next = first + 1;
            while (next < pairs.Length && pairs[next].Hash == pairs[first].Hash)
            {
                next++;
            }

            if (next - first > limit)
            {
                frequent++;
            }
            else if (next - first > 1)
            {
                AddGroup(pairs.AsSpan(first, next - first), edges);
            }

            first = next;
        }

        return (edges, frequent);
    }

    private HashedPlace[] Unpack()
    {
        var (places, next) = (new HashedPlace[Count], 0);
        for (var block = 0; block < blocks.Count; block++)
        {
            var pairs = blocks[block].Pairs;
            for (var offset = 0; offset < pairs.Length; offset += PackedPairs.Size(pairs.AsSpan(offset), integerKeys))
            {
                places[next++] = new(BinaryPrimitives.ReadUInt64LittleEndian(pairs.AsSpan(offset)), ((long)block << 32) | (uint)offset);
            }
        }

        return places;
    }

    private void AddGroup(ReadOnlySpan<HashedPlace> group, PackedEdges edges)
    {
        var lowest = RowAt(group[0].Place);
        foreach (var pair in group)
        {
            var row = RowAt(pair.Place);
            lowest = row.Key < lowest.Key ? row : lowest;
        }

        foreach (var pair in group)
        {
            var row = RowAt(pair.Place);
            if (row.Key != lowest.Key)
            {
                edges.Add(lowest, row);
            }
        }
    }

    private PlacedKey RowAt(long place)
    {
        var (partition, pairs) = blocks[(int)(place >> 32)];
        ReadOnlySpan<byte> rest = pairs.AsSpan((int)place);
        return new(PackedPairs.Take(ref rest, integerKeys).Key, partition);
    }
}
