using System.Runtime.InteropServices;
using CrmMigration.Source;

namespace CrmMigration.Match;

/// <summary>
/// Connected components over rows (union by the lower key, with path halving: Tarjan and van Leeuwen 1984). A component's root is its
/// lowest key, in whatever order the edges come. Holds only rows that have an edge, about 70 bytes for each.
/// </summary>
/// <param name="rowsAtMost">Room is made for as many rows at once; it grows when they are more.</param>
internal sealed class Clusters(int rowsAtMost)
{
    private readonly Dictionary<SourceKey, int> numbers = new(rowsAtMost);
    private readonly List<PlacedKey> rows = new(rowsAtMost);
    private readonly List<int> parents = new(rowsAtMost);

    public void Join(PlacedKey left, PlacedKey right)
    {
        var (a, b) = (Root(Number(left)), Root(Number(right)));
        if (a != b)
        {
            var aIsLower = rows[a].Key < rows[b].Key;
            parents[aIsLower ? b : a] = aIsLower ? a : b;
        }
    }

    /// <summary>How many components there are, and how many rows the largest has.</summary>
    public (long Count, int Largest) Sizes()
    {
        var members = new int[rows.Count];
        for (var number = 0; number < rows.Count; number++)
        {
            members[Root(number)]++;
        }

        return (members.LongCount(count => count > 0), members.Append(0).Max());
    }

    /// <summary>Every row that gives way, by its partition and key.</summary>
    public IEnumerable<Merge> ByMember() => Merges((number, _) => number);

    /// <summary>Every row that gives way to one with gaps, by the partition and key of the one that stays, then by its own.</summary>
    public IEnumerable<Merge> BySurvivor() => Merges((_, survivor) => rows[survivor].HasGaps ? survivor : null);

    private IEnumerable<Merge> Merges(Func<int, int, int?> place)
    {
        var order = new List<(int By, int Number)>();
        for (var number = 0; number < rows.Count; number++)
        {
            if (Root(number) is var survivor && survivor != number && place(number, survivor) is { } by)
            {
                order.Add((by, number));
            }
        }

        order.Sort((a, b) => Compare(a.By, b.By) is var first && first != 0 ? first : rows[a.Number].Key.CompareTo(rows[b.Number].Key));
        return order.Select(one => new Merge(rows[one.Number], rows[Root(one.Number)]));
    }

    private int Compare(int a, int b) =>
        rows[a].Partition.CompareTo(rows[b].Partition) is var partitions && partitions != 0 ? partitions : rows[a].Key.CompareTo(rows[b].Key);

    private int Number(PlacedKey row)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, row.Key, out var known);
        if (!known)
        {
            number = rows.Count;
            rows.Add(row);
            parents.Add(number);
        }

        return number;
    }

    private int Root(int number)
    {
        while (parents[number] != number)
        {
            parents[number] = parents[parents[number]];
            number = parents[number];
        }

        return number;
    }
}
