using System.Buffers;
using System.Data;
using CrmMigration.Match;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>
/// Matches what changed with everything that was migrated: a new row joins the one that it matches, and rows that are there stay apart or
/// together as they are; where that is no longer what the rules say, people are told.
/// </summary>
internal sealed class MatchChanges(RunContext context, NpgsqlConnection target, (long EntityId, IReadOnlyList<LinkSet> Sets) books)
{
    public async Task Run(CheckedEntity entity, CancellationToken cancellation)
    {
        if (entity.Plan.Match.Count == 0)
        {
            return;
        }

        var changed = (await target.QueryAsync<ChangedRow>(SqlText.Of("Sync/ReadChanged.sql"))).ToList();
        var sets = books.Sets.ToDictionary(set => set.SetId);
        var rows = changed.ToDictionary(row => IdOf(entity, sets[row.SetId], row.SourceKey), row => row.Cluster);
        if (rows.Count == 0)
        {
            return;
        }

        var groups = new MatchGroups(entity.Plan.MatchKeyLimit);
        var reader = new MatchReader(context, target);
        await reader.Read(entity, rows.Keys, groups, cancellation);
        var others = await FindOthers(entity, groups, rows.Keys.ToHashSet(), cancellation);
        await reader.Read(entity, others.Keys, groups, cancellation);
        var merged = changed.Where(row => row.Merged).Select(row => IdOf(entity, sets[row.SetId], row.SourceKey)).ToHashSet();
        var found = groups.Join(KeyKinds.Of(entity.TargetKey.BaseType)!.Value, (rows, merged), others);
        await Write(found);
    }

    private static RowId IdOf(CheckedEntity entity, LinkSet set, string key) => new(set.Position, KeyKinds.Of(entity.Sources[set.Position].Key.BaseType)!.Value.Parse(key));

    // Rows that had one of the keys when they were looked at last, with the cluster they are in.
    private async Task<Dictionary<RowId, string>> FindOthers(CheckedEntity entity, MatchGroups groups, HashSet<RowId> changed, CancellationToken cancellation)
    {
        var found = new HashSet<RowId>();
        await using (var command = new NpgsqlCommand(SqlText.Of("Sync/ReadMatchKeys.sql"), target) { Parameters = { new("entityId", books.EntityId) } })
        await using (var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                var source = reader.GetString(0);
                var rented = ArrayPool<byte>.Shared.Rent((int)reader.GetBytes(1, 0, null, 0, 0));
                Collect(entity, source, rented.AsSpan(0, (int)reader.GetBytes(1, 0, rented, 0, rented.Length)), groups, found);
                ArrayPool<byte>.Shared.Return(rented);
            }
        }

        foreach (var set in books.Sets)
        {
            found.UnionWith((await target.QueryAsync<string>(SqlText.Of("Sync/FindReplayed.sql"), new { set.SetId })).Select(key => IdOf(entity, set, key)));
        }

        found.ExceptWith(changed);
        var clusters = new Dictionary<RowId, string>();
        foreach (var set in books.Sets)
        {
            string[] keys = [.. found.Where(row => row.Source == set.Position).Select(row => row.Key.ToString())];
            foreach (var (key, place) in await target.QueryAsync<(string, string)>(SqlText.Of("Sync/FindPlaces.sql"), new { set.SetId, keys }))
            {
                clusters[IdOf(entity, set, key)] = $"t{place}";
            }
        }

        return clusters;
    }

    private static void Collect(CheckedEntity entity, string source, ReadOnlySpan<byte> pairs, MatchGroups groups, HashSet<RowId> found)
    {
        var position = entity.Sources.ToList().FindIndex(one => one.Name == source);
        var kind = KeyKinds.Of(entity.Sources[position].Key.BaseType)!.Value;
        while (!pairs.IsEmpty)
        {
            if (groups.Wants(PackedPairs.HashOf(pairs)))
            {
                found.Add(new(position, PackedPairs.Take(ref pairs, kind).Key));
            }
            else
            {
                pairs = pairs[PackedPairs.Size(pairs, kind)..];
            }
        }
    }

    private async Task Write(MatchFindings found)
    {
        var sets = books.Sets.ToDictionary(set => set.Position, set => set.SetId);
        await target.ExecuteAsync(
            SqlText.Of("Sync/JoinClusters.sql"),
            new
            {
                sets = found.Joined.Select(one => sets[one.Row.Source]).ToArray(),
                keys = found.Joined.Select(one => one.Row.Key.ToString()).ToArray(),
                clusters = found.Joined.Select(one => one.Cluster).ToArray(),
            });
        foreach (var (row, kind, place, other, reason) in found.Reviews)
        {
            await target.ExecuteAsync(
                SqlText.Of("Sync/AddReview.sql"),
                new { books.EntityId, setId = sets[row.Source], key = row.Key.ToString(), kind, targetKey = place, otherKey = other, reason });
        }
    }

    private sealed record ChangedRow(int SetId, string SourceKey, string Cluster, bool Merged);
}
