
namespace CrmMigration.Match;

/// <summary>The pairs of one bucket, brought together by hash.</summary>
internal sealed class KeyGroups
{
    private readonly List<ulong> hashes = [];
    private readonly List<PlacedKey> rows = [];

    public int Count => rows.Count;

    public void Add(int partition, ReadOnlySpan<byte> pairs, bool integerKeys)
    {
        while (!pairs.IsEmpty)
        {
            var (hash, key) = PackedPairs.Take(ref pairs, integerKeys);
            hashes.Add(hash);
            rows.Add(new(key, partition));
        }
    }

    /// <summary>An edge from the lowest row of each group to each other; and how many groups were too large to be evidence.</summary>
    public (PackedEdges Edges, long Frequent) Edges(int limit)
    {
        var order = Order();
        var edges = new PackedEdges();
        long frequent = 0;
        for (var first = 0; first < order.Length;)
        {
            var next = first + 1;
            while (next < order.Length && hashes[order[next]] == hashes[order[first]])
            {
                next++;
            }

            if (next - first > limit)
            {
                frequent++;
            }
            else if (next - first > 1)
            {
                AddGroup(order.AsSpan(first, next - first), edges);
            }

            first = next;
        }

        return (edges, frequent);
    }

    private int[] Order()
    {
        var order = new int[hashes.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(hashes.ToArray(), order);
        return order;
    }

    private void AddGroup(ReadOnlySpan<int> group, PackedEdges edges)
    {
        var lowest = rows[group[0]];
        foreach (var index in group)
        {
            lowest = rows[index].Key < lowest.Key ? rows[index] : lowest;
        }

        foreach (var index in group)
        {
            if (rows[index].Key != lowest.Key)
            {
                edges.Add(lowest, rows[index]);
            }
        }
    }
}
