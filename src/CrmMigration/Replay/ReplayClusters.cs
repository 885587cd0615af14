using CrmMigration.Match;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Replay;

/// <summary>Groups the match keys of a replay. Rows of the target are only joined to replayed ones, never to each other: their keys are in use.</summary>
/// <param name="sources">Of the entity; rows of the target stand behind them as another.</param>
internal sealed class ReplayClusters(int sources)
{
    private readonly Clusters clusters = new(sources + 1, 0);
    private readonly Dictionary<ulong, List<PlacedKey>> groups = [];
    private readonly Dictionary<SourceKey, int> places = [];
    private readonly Dictionary<RowId, PlacedKey> joined = [];

    public void AddReplayed(ulong hash, PlacedKey row) => Add(hash, row);

    /// <param name="partition">Null: it is not known yet.</param>
    public void AddStanding(ulong hash, SourceKey key, int? partition)
    {
        if (partition is { } place)
        {
            places[key] = place;
        }

        Add(hash, new(key, 0, (short)sources, HasGaps: false));
    }

    /// <summary>Joins those that share a key, unless too many do.</summary>
    /// <param name="kind">Of keys in the target.</param>
    public async Task Join(NpgsqlConnection target, long entityId, KeyKind kind, int limit)
    {
        await Place(target, entityId, kind);
        foreach (var group in groups.Values.Where(group => group.Count > 1 && group.Count <= limit))
        {
            Join(group);
        }
    }

    /// <summary>Lowest first: by the row of the target, then by the first member.</summary>
    public IReadOnlyList<ReplayCluster> All() =>
    [
        .. joined.Values.GroupBy(row => clusters.RootOf(row.Id)).Select(Cluster).Where(cluster => cluster.Survivor is not null || cluster.Members.Count > 1)
            .OrderBy(cluster => cluster.Survivor is null).ThenBy(cluster => cluster.Survivor?.Key ?? default).ThenBy(cluster => cluster.Members[0].Id),
    ];

    private bool IsStanding(PlacedKey row) => row.Source == sources;

    private void Add(ulong hash, PlacedKey row)
    {
        if (!groups.TryGetValue(hash, out var group))
        {
            groups[hash] = group = [];
        }

        group.Add(row);
    }

    // Whom others were merged into stands in some partition, though it has none of the keys itself.
    private async Task Place(NpgsqlConnection target, long entityId, KeyKind kind)
    {
        string[] keys = [.. groups.Values.SelectMany(group => group).Where(row => IsStanding(row) && !places.ContainsKey(row.Key)).Select(row => row.Key.ToString()).Distinct()];
        foreach (var (key, partition) in keys.Length == 0 ? [] : await target.QueryAsync<(string, int)>(SqlText.Of("Replay/FindPlaces.sql"), new { entityId, keys }))
        {
            places[kind.Parse(key)] = partition;
        }
    }

    // Of the rows of the target that share the key, the lowest is the one to join.
    private void Join(List<PlacedKey> group)
    {
        var replayed = group.FindAll(row => !IsStanding(row));
        var standing = group.Where(row => IsStanding(row) && places.ContainsKey(row.Key)).OrderBy(row => row.Key).Take(1);
        foreach (var row in replayed.Count == 0 ? [] : replayed.Concat(standing))
        {
            clusters.Join(replayed[0], row);
            joined[row.Id] = row;
        }
    }

    private ReplayCluster Cluster(IEnumerable<PlacedKey> rows)
    {
        var all = rows.ToList();
        SourceKey[] standing = [.. all.Where(IsStanding).Select(row => row.Key).Order()];
        PlacedKey[] members = [.. all.Where(row => !IsStanding(row)).OrderBy(row => row.Id)];
        return new(standing.Length == 0 ? null : new StandingRow(standing[0], places[standing[0]]), members);
    }
}
