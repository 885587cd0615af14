namespace CrmMigration.Tests.Sample;

/// <summary>
/// Clusters found by brute force: rows with a match key in common are one person, and so is whoever is linked through them.
/// </summary>
internal sealed class MatchedPeople
{
    private readonly Dictionary<int, int> parents = [];

    /// <summary>The clusters with more than one row, each by ascending id: the first row survives.</summary>
    public static IReadOnlyList<IReadOnlyList<PlainCleaning>> In(IEnumerable<PlainCleaning> rows)
    {
        var all = rows.ToDictionary(row => row.Row.Id);
        var people = new MatchedPeople();
        var byKey = all.Values
            .SelectMany(row => row.MatchKeys().Select(key => (key, row.Row.Id)))
            .GroupBy(pair => pair.key, pair => pair.Id);
        foreach (var ids in byKey)
        {
            foreach (var id in ids)
            {
                people.Join(ids.First(), id);
            }
        }

        return [.. all.Keys.Order().GroupBy(people.RootOf).Where(ids => ids.Count() > 1).Select(ids => ids.Select(id => all[id]).ToList())];
    }

    private void Join(int one, int other)
    {
        var (root, otherRoot) = (RootOf(one), RootOf(other));
        parents[Math.Max(root, otherRoot)] = Math.Min(root, otherRoot);
    }

    private int RootOf(int id)
    {
        while (parents.TryGetValue(id, out var parent) && parent != id)
        {
            id = parent;
        }

        return id;
    }
}
