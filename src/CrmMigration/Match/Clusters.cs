namespace CrmMigration.Match;

/// <summary>
/// Connected components over rows (union by the lower key, with path halving: Tarjan and van Leeuwen 1984). A component's root is its
/// lowest key, in whatever order the edges come.
/// </summary>
internal sealed class Clusters
{
    private readonly Dictionary<Source.SourceKey, int> numbers = [];
    private readonly List<PlacedKey> rows = [];
    private readonly List<int> parents = [];

    public void Join(PlacedKey left, PlacedKey right)
    {
        var (a, b) = (Root(Number(left)), Root(Number(right)));
        if (a != b)
        {
            var aIsLower = rows[a].Key < rows[b].Key;
            parents[aIsLower ? b : a] = aIsLower ? a : b;
        }
    }

    /// <summary>Every row that gives way, with its survivor, in the order of the members' keys.</summary>
    public IEnumerable<(PlacedKey Member, PlacedKey Survivor)> Merges() =>
        Enumerable.Range(0, rows.Count)
            .Select(number => (Member: rows[number], Survivor: rows[Root(number)]))
            .Where(merge => merge.Member.Key != merge.Survivor.Key)
            .OrderBy(merge => merge.Member.Key);

    private int Number(PlacedKey row)
    {
        if (!numbers.TryGetValue(row.Key, out var number))
        {
            numbers[row.Key] = number = rows.Count;
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
