using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using CrmMigration.Source;

namespace CrmMigration.Match;

/// <summary>
/// The pairs of one bucket, brought together by hash. Few share their hash with another: two looks at a bit each tell most of the rest
/// apart (as in a Bloom filter of one hash), and only what remains is sorted, and its keys read. The lowest bit of a hash is not part of
/// it: it tells whether the row has gaps.
/// </summary>
internal sealed class KeyGroups(MatchedSources sources) : IDisposable
{
    private readonly List<Block> blocks = [];

    public int Count { get; private set; }

    /// <summary>Adds the pairs of a partition: room for that many bytes, which the caller fills.</summary>
    public void Add(int partition, int length, Action<byte[]> read)
    {
        var rented = ArrayPool<byte>.Shared.Rent(length);
        var block = new Block(partition, sources.Of(partition), sources.KindOf(partition), rented, length);
        blocks.Add(block);
        read(rented);
        Count += PackedPairs.Count(rented.AsSpan(0, length), block.Kind);
    }

    public void Dispose()
    {
        foreach (var block in blocks)
        {
            ArrayPool<byte>.Shared.Return(block.Rented);
        }

        blocks.Clear();
    }

    /// <summary>Adds an edge from the lowest row of each group to each other; returns how many groups were too large to be evidence.</summary>
    public long AddEdges(PackedEdges edges, int limit)
    {
        var pairs = Suspects();
        pairs.Sort();
        long frequent = 0;
        for (var first = 0; first < pairs.Count;)
        {
            var next = first + 1;
            while (next < pairs.Count && pairs[next].Hash == pairs[first].Hash)
            {
                next++;
            }

            if (next - first > limit)
            {
                frequent++;
            }
            else if (next - first > 1)
            {
                AddGroup(CollectionsMarshal.AsSpan(pairs)[first..next], edges);
            }

            first = next;
        }

        return frequent;
    }

    // Every pair whose hash another one has is among them; about one in eight of the others is too.
    private List<HashedPlace> Suspects()
    {
        var bits = BitOperations.RoundUpToPowerOf2((ulong)Math.Max(64, Count)) * 8;
        var (once, twice) = (new ulong[bits / 64], new ulong[bits / 64]);
        foreach (var block in blocks)
        {
            var pairs = block.Pairs;
            for (var offset = 0; offset < pairs.Length; offset += PackedPairs.Size(pairs[offset..], block.Kind))
            {
                var place = HashAt(pairs, offset) & (bits - 1);
                var bit = 1UL << (int)place;
                twice[place >> 6] |= once[place >> 6] & bit;
                once[place >> 6] |= bit;
            }
        }

        var suspects = new List<HashedPlace>();
        for (var block = 0; block < blocks.Count; block++)
        {
            var kind = blocks[block].Kind;
            var pairs = blocks[block].Pairs;
            for (var offset = 0; offset < pairs.Length; offset += PackedPairs.Size(pairs[offset..], kind))
            {
                var hash = HashAt(pairs, offset);
                var place = hash & (bits - 1);
                if ((twice[place >> 6] & (1UL << (int)place)) != 0)
                {
                    suspects.Add(new(hash, ((long)block << 32) | (uint)offset));
                }
            }
        }

        return suspects;
    }

    private static ulong HashAt(ReadOnlySpan<byte> pairs, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(pairs[offset..]) >> 1;

    private void AddGroup(ReadOnlySpan<HashedPlace> group, PackedEdges edges)
    {
        var lowest = RowAt(group[0].Place);
        foreach (var pair in group)
        {
            var row = RowAt(pair.Place);
            lowest = row.Id.CompareTo(lowest.Id) < 0 ? row : lowest;
        }

        foreach (var pair in group)
        {
            var row = RowAt(pair.Place);
            if (row.Id != lowest.Id)
            {
                edges.Add(lowest, row);
            }
        }
    }

    private PlacedKey RowAt(long place)
    {
        var block = blocks[(int)(place >> 32)];
        ReadOnlySpan<byte> rest = block.Rented.AsSpan((int)place);
        var (hash, key) = PackedPairs.Take(ref rest, block.Kind);
        return new(key, block.Partition, block.Source, (hash & 1) != 0);
    }

    /// <summary>The pairs of one partition.</summary>
    private sealed record Block(int Partition, short Source, KeyKind Kind, byte[] Rented, int Length)
    {
        public Span<byte> Pairs => Rented.AsSpan(0, Length);
    }
}
