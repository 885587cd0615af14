using System.Runtime.InteropServices;
using CrmMigration.Source;

namespace CrmMigration.Match;

/// <summary>
/// Connected components over rows (union by the lower key, with path halving: Tarjan and van Leeuwen 1984). A component's root is its
/// lowest key, in whatever order the edges come.
/// </summary>
internal sealed class Clusters
{
    private readonly Dictionary<SourceKey, Node> nodes = [];

    /// <summary>Components of at least two rows. Every row here came with an edge, so that each root has a member.</summary>
    public long Count { get; private set; }

    /// <summary>Rows in the largest of them; 0 when there is none.</summary>
    public int Largest { get; private set; }

    public void Join(PlacedKey left, PlacedKey right)
    {
        var (a, b) = (Root(NodeOf(left)), Root(NodeOf(right)));
        if (a == b)
        {
            return;
        }

        var (lower, higher) = a.Row.Key < b.Row.Key ? (a, b) : (b, a);
        Count += (lower.Size == 1 ? 1 : 0) - (higher.Size == 1 ? 0 : 1);
        higher.Parent = lower;
        lower.Size += higher.Size;
        Largest = Math.Max(Largest, lower.Size);
    }

    /// <summary>Every row that gives way, with its survivor, in the order of the members' keys.</summary>
    public List<Merge> Merges()
    {
        var merges = new List<Merge>();
        foreach (var node in nodes.Values)
        {
            if (Root(node) is var survivor && survivor != node)
            {
                merges.Add(new(node.Row, survivor.Row));
            }
        }

        merges.Sort();
        return merges;
    }

    private Node NodeOf(PlacedKey row)
    {
        ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(nodes, row.Key, out _);
        return node ??= new(row);
    }

    private static Node Root(Node node)
    {
        while (node.Parent is { } parent)
        {
            if (parent.Parent is { } grandparent)
            {
                node.Parent = grandparent;
            }

            node = parent;
        }

        return node;
    }

    private sealed class Node(PlacedKey row)
    {
        public PlacedKey Row => row;

        /// <summary>Null for a root.</summary>
        public Node? Parent { get; set; }

        /// <summary>Rows below a root and itself; of no meaning elsewhere.</summary>
        public int Size { get; set; } = 1;
    }
}
