using System.Runtime.InteropServices;
using CrmMigration.Source;

namespace CrmMigration.Match;

/// <summary>
/// Connected components over rows (union by the lower row, with path halving: Tarjan and van Leeuwen 1984). A component's root is its
/// lowest row, by the position of its source and then by its key, in whatever order the edges come. Holds only rows that have an edge,
/// about 70 bytes for each.
/// </summary>
/// <param name="rowsAtMost">Room is made for as many rows at once; it grows when they are more.</param>
internal sealed class Clusters(int sources, int rowsAtMost)
{
    private readonly Dictionary<SourceKey, int>[] numbers = [.. Enumerable.Range(0, sources).Select(_ => new Dictionary<SourceKey, int>(rowsAtMost / sources))];
    private readonly List<PlacedKey> rows = new(rowsAtMost);
    private readonly List<int> parents = new(rowsAtMost);

    public void Join(PlacedKey left, PlacedKey right)
    {
        var (a, b) = (Root(Number(left)), Root(Number(right)));
        if (a != b)
        {
            var aIsLower = rows[a].Id.CompareTo(rows[b].Id) < 0;
            parents[aIsLower ? b : a] = aIsLower ? a : b;
        }
    }

    /// <summary>The lowest row of the component of a row that was joined.</summary>
    public RowId RootOf(RowId row) => rows[Root(numbers[row.Source][row.Key])].Id;

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

    /// <summary>Every row that gives way to one with gaps, by the partition of the one that stays, then by its own source, then by the key of the one that stays and its own.</summary>
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

        order.Sort(Compare);
        return order.Select(one => new Merge(rows[one.Number], rows[Root(one.Number)]));
    }

    private int Compare((int By, int Number) a, (int By, int Number) b)
    {
        var order = rows[a.By].Partition.CompareTo(rows[b.By].Partition);
        order = order != 0 ? order : rows[a.Number].Source.CompareTo(rows[b.Number].Source);
        order = order != 0 ? order : rows[a.By].Key.CompareTo(rows[b.By].Key);
        return order != 0 ? order : rows[a.Number].Key.CompareTo(rows[b.Number].Key);
    }

    private int Number(PlacedKey row)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers[row.Source], row.Key, out var known);
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
