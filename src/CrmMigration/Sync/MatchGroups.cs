using CrmMigration.Load;
using CrmMigration.Match;
using CrmMigration.Source;

namespace CrmMigration.Sync;

/// <summary>Rows by their match keys as they are now, and what follows for the clusters that they are in. Names of clusters begin with t for a row of the target, with n for a new one.</summary>
/// <param name="limit">A key that more rows share is no evidence.</param>
internal sealed class MatchGroups(int limit)
{
    private readonly Dictionary<ulong, HashSet<RowId>> groups = [];
    private HashFilter? wanted;

    /// <summary>Whether a row added so far has that key; once it was asked, no other keys are added.</summary>
    public bool Wants(ulong hash) => (wanted ??= new(groups.Keys)).MayHave(hash) && groups.ContainsKey(hash & ~1UL);

    /// <summary>Adds the keys of the last row of the buffer; those that nobody asked for are left out once others are looked for.</summary>
    public void Add(RowId row, MatchKeys keys, TupleBuffer buffer)
    {
        for (var rule = 0; rule < keys.Rules; rule++)
        {
            if (keys.Of(buffer, rule) is not { } hash)
            {
                continue;
            }

            if (groups.TryGetValue(hash & ~1UL, out var group))
            {
                group.Add(row);
            }
            else if (wanted is null)
            {
                groups[hash & ~1UL] = [row];
            }
        }
    }

    /// <param name="rows">Rows that changed, by the cluster that each is in, and those of them that were merged into another.</param>
    /// <param name="others">The same of those that did not.</param>
    public MatchFindings Join(KeyKind kind, (IReadOnlyDictionary<RowId, string> Changed, HashSet<RowId> Merged) rows, IReadOnlyDictionary<RowId, string> others)
    {
        var (changed, merged) = rows;
        var (fresh, standing) = (new Dictionary<RowId, RowId>(), new Dictionary<RowId, SortedSet<SourceKey>>());
        var reviews = new List<MatchReview>();
        foreach (var row in changed.Keys.Where(row => changed[row][0] == 'n'))
        {
            fresh[row] = row;
        }

        foreach (var group in groups.Values.Where(group => group.Count > 1 && group.Count <= limit))
        {
            JoinFresh(group.Where(fresh.ContainsKey), fresh);
        }

        foreach (var group in groups.Values.Where(group => group.Count > 1 && group.Count <= limit))
        {
            var places = group.Select(Cluster).OfType<string>().Where(name => name[0] == 't').Select(name => kind.Parse(name[1..])).ToList();
            foreach (var row in group.Where(fresh.ContainsKey).Select(row => Root(row, fresh)).Distinct())
            {
                standing.TryAdd(row, []);
                standing[row].UnionWith(places);
            }

            reviews.AddRange(Apart(group.Where(row => changed.ContainsKey(row) && !fresh.ContainsKey(row)), places));
        }

        reviews.AddRange(NoLonger());
        var joined = fresh.Keys.Order().Select(row => (row, ClusterOf(Root(row, fresh)))).ToList();
        reviews.AddRange(fresh.Keys.Where(row => standing.TryGetValue(Root(row, fresh), out var two) && two.Count > 1).Order().Select(row => Two(row, [.. standing[Root(row, fresh)]])));
        return new(joined, [.. reviews.OrderBy(review => review.Row).ThenBy(review => review.Other, StringComparer.Ordinal).DistinctBy(review => (review.Row, review.Kind))]);

        string? Cluster(RowId row) => changed.TryGetValue(row, out var own) ? own : others.GetValueOrDefault(row);

        string ClusterOf(RowId root) => standing.TryGetValue(root, out var places) && places.Count > 0 ? $"t{places.Min}" : changed[root];

        IEnumerable<MatchReview> Apart(IEnumerable<RowId> rows, List<SourceKey> places) => rows
            .Select(row => (row, own: kind.Parse(changed[row][1..])))
            .Where(one => places.Exists(place => place != one.own))
            .Select(one => Two(one.row, [one.own, .. places.Where(place => place != one.own).Order()]));

        // Whoever shared a key with nobody of the same row of the target, and was merged into it, would not be merged today.
        IEnumerable<MatchReview> NoLonger()
        {
            var together = groups.Values.Where(group => group.Count > 1).SelectMany(group => group.GroupBy(Cluster).Where(same => same.Key is not null && same.Count() > 1).SelectMany(same => same)).ToHashSet();
            var withKeys = groups.Values.SelectMany(group => group).ToHashSet();
            return changed.Where(row => merged.Contains(row.Key) && !together.Contains(row.Key) && withKeys.Contains(row.Key))
                .Select(row => new MatchReview(row.Key, "no-longer-matches", row.Value[1..], null, "The row was merged, and as it is now it matches none of the others. It stays merged."));
        }
    }

    private static MatchReview Two(RowId row, SourceKey[] places) => new(
        row, "matches-two", $"{places[0]}", $"{places[1]}", "The row matches two rows of the target that are not one. They stay apart; merge them there if they are.");

    private static void JoinFresh(IEnumerable<RowId> rows, Dictionary<RowId, RowId> roots)
    {
        RowId? first = null;
        foreach (var row in rows)
        {
            if (first is { } one)
            {
                var (left, right) = (Root(one, roots), Root(row, roots));
                var lowest = left.CompareTo(right) <= 0 ? left : right;
                roots[left] = roots[right] = lowest;
            }

            first ??= row;
        }
    }

    private static RowId Root(RowId row, Dictionary<RowId, RowId> roots)
    {
        while (roots[row] != row)
        {
            row = roots[row];
        }

        return row;
    }
}
