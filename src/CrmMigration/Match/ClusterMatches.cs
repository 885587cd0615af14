using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Match;

/// <summary>Joins the matches of all buckets to clusters; the row with the lowest key of each survives. Writes who gives way to whom.</summary>
internal sealed class ClusterMatches(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        if (row.Is("matched"))
        {
            return new(0);
        }

        var kind = KeyKinds.Of(context.Entity(entity.Entity).SourceKey.BaseType)!.Value;
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        var merges = (await Read(target, row.EntityId, kind.IsInteger(), cancellation)).Merges().ToList();
        await Write(target, row.EntityId, kind, merges);
        var sizes = merges.CountBy(merge => merge.Survivor.Key).ToList();
        await target.ExecuteAsync(
            SqlText.Of("Match/MatchEntity.sql"),
            new { entityId = row.EntityId, clusters = (long)sizes.Count, largest = sizes.Count == 0 ? 0 : sizes.Max(size => size.Value) + 1 });
        await transaction.CommitAsync(cancellation);
        context.Progress.Phase(entity.Entity, "match").Finished = true;
        return new(merges.Count);
    }

    private static async Task<Clusters> Read(NpgsqlConnection target, long entityId, bool integers, CancellationToken cancellation)
    {
        var clusters = new Clusters();
        await using var command = new NpgsqlCommand(SqlText.Of("Match/ReadMatchEdges.sql"), target) { Parameters = { new("entityId", entityId) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            Join(clusters, reader.GetFieldValue<byte[]>(0), integers);
        }

        return clusters;
    }

    private static void Join(Clusters clusters, ReadOnlySpan<byte> edges, bool integers)
    {
        while (!edges.IsEmpty)
        {
            var (left, right) = PackedEdges.Take(ref edges, integers);
            clusters.Join(left, right);
        }
    }

    private static async Task Write(NpgsqlConnection target, long entityId, KeyKind kind, List<(PlacedKey Member, PlacedKey Survivor)> merges)
    {
        foreach (var (role, byPartition) in new[]
        {
            ("member", merges.GroupBy(merge => merge.Member.Partition)),
            ("survivor", merges.GroupBy(merge => merge.Survivor.Partition)),
        })
        {
            foreach (var partition in byPartition)
            {
                var (members, survivors) = (new KeyList(kind), new KeyList(kind));
                foreach (var (member, survivor) in partition)
                {
                    members.Add(member.Key);
                    survivors.Add(survivor.Key);
                }

                await using var command = new NpgsqlCommand(SqlText.Of("Match/WriteMergePlan.sql"), target)
                {
                    Parameters = { new("entityId", entityId), new("partition", partition.Key), new("role", role) },
                };
                command.Parameters.AddKeys("memberNumbers", "memberTexts", members);
                command.Parameters.AddKeys("survivorNumbers", "survivorTexts", survivors);
                await command.ExecuteNonQueryAsync();
            }
        }
    }
}
