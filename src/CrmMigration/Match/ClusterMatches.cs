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
        var clusters = await Read(target, row.EntityId, kind, cancellation);
        await Write(target, row.EntityId, kind, clusters.Merges());
        await target.ExecuteAsync(
            SqlText.Of("Match/MatchEntity.sql"),
            new { entityId = row.EntityId, clusters = clusters.Count, largest = clusters.Largest });
        await transaction.CommitAsync(cancellation);
        context.Progress.Phase(entity.Entity, "match").Finished = true;
        return new(clusters.Count);
    }

    private static async Task<Clusters> Read(NpgsqlConnection target, long entityId, KeyKind kind, CancellationToken cancellation)
    {
        var clusters = new Clusters();
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

    // By the partition of the row that gives way, and again by that of the row that stays where it may take a value over.
    private static async Task Write(NpgsqlConnection target, long entityId, KeyKind kind, List<Merge> merges)
    {
        var plans = new Dictionary<(int Partition, string Role), (KeyList Members, KeyList Survivors)>();
        foreach (var merge in merges)
        {
            Add(plans, (merge.Member.Partition, "member"), merge, kind);
            if (merge.Survivor.HasGaps)
            {
                Add(plans, (merge.Survivor.Partition, "survivor"), merge, kind);
            }
        }

        if (plans.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(target);
        foreach (var ((partition, role), (members, survivors)) in plans)
        {
            var command = new NpgsqlBatchCommand(SqlText.Of("Match/WriteMergePlan.sql"))
            {
                Parameters = { new("entityId", entityId), new("partition", partition), new("role", role) },
            };
            command.Parameters.AddKeys("memberNumbers", "memberTexts", members);
            command.Parameters.AddKeys("survivorNumbers", "survivorTexts", survivors);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
    }

    private static void Add(Dictionary<(int Partition, string Role), (KeyList Members, KeyList Survivors)> plans, (int, string) place, Merge merge, KeyKind kind)
    {
        if (!plans.TryGetValue(place, out var keys))
        {
            plans[place] = keys = (new(kind), new(kind));
        }

        keys.Members.Add(merge.Member.Key);
        keys.Survivors.Add(merge.Survivor.Key);
    }
}
