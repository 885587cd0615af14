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

        var kind = KeyKinds.Of(context.Entity(entity.Entity).Sources[0].Key.BaseType)!.Value;
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        var clusters = await Read(target, row.EntityId, kind, cancellation);
        await Write(target, new(row.EntityId, kind, "member"), clusters.ByMember(), merge => merge.Member.Partition);
        await Write(target, new(row.EntityId, kind, "survivor"), clusters.BySurvivor(), merge => merge.Survivor.Partition);
        var (count, largest) = clusters.Sizes();
        await target.ExecuteAsync(
            SqlText.Of("Match/MatchEntity.sql"),
            new { entityId = row.EntityId, clusters = count, largest });
        await transaction.CommitAsync(cancellation);
        context.Progress.Phase(entity.Entity, "match").Finished = true;
        return new(count);
    }

    private static async Task<Clusters> Read(NpgsqlConnection target, long entityId, KeyKind kind, CancellationToken cancellation)
    {
        var rows = await target.ExecuteScalarAsync<long>(SqlText.Of("Match/CountEdgeEnds.sql"), new { entityId, bytes = PackedEdges.SmallestEnd(kind) });
        var clusters = new Clusters((int)Math.Min(rows, Array.MaxLength));
        await using var command = new NpgsqlCommand(SqlText.Of("Match/ReadMatchEdges.sql"), target) { Parameters = { new("entityId", entityId) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            Join(clusters, reader.GetFieldValue<byte[]>(0), kind);
        }

        return clusters;
    }

    private static void Join(Clusters clusters, ReadOnlySpan<byte> edges, KeyKind kind)
    {
        while (!edges.IsEmpty)
        {
            var (left, right) = PackedEdges.Take(ref edges, kind);
            clusters.Join(left, right);
        }
    }

    // The merges come partition by partition.
    private static async Task Write(NpgsqlConnection target, PlanRole role, IEnumerable<Merge> merges, Func<Merge, int> partitionOf)
    {
        var (members, survivors, partition) = (new KeyList(role.Kind), new KeyList(role.Kind), -1);
        foreach (var merge in merges)
        {
            if (partitionOf(merge) != partition)
            {
                await Write(target, role, partition, (members, survivors));
                (members, survivors, partition) = (new(role.Kind), new(role.Kind), partitionOf(merge));
            }

            members.Add(merge.Member.Key);
            survivors.Add(merge.Survivor.Key);
        }

        await Write(target, role, partition, (members, survivors));
    }

    private static async Task Write(NpgsqlConnection target, PlanRole role, int partition, (KeyList Members, KeyList Survivors) keys)
    {
        if (keys.Members.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(SqlText.Of("Match/WriteMergePlan.sql"), target)
        {
            Parameters = { new("entityId", role.EntityId), new("partition", partition), new("role", role.Name) },
        };
        command.Parameters.AddKeys("memberNumbers", "memberTexts", keys.Members);
        command.Parameters.AddKeys("survivorNumbers", "survivorTexts", keys.Survivors);
        await command.ExecuteNonQueryAsync();
    }

    private sealed record PlanRole(long EntityId, KeyKind Kind, string Name);
}
