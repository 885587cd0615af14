using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Match;

/// <summary>Joins the matches of all buckets to clusters; the lowest row of each survives. Writes who gives way to whom.</summary>
internal sealed class ClusterMatches(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        if (row.Is("matched"))
        {
            return new(0);
        }

        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        var clusters = await Read(target, row.EntityId, new(context.Entity(entity.Entity), row), cancellation);
        await new MergePlanWriter(context, target, row).Write(clusters, cancellation);
        var (count, largest) = clusters.Sizes();
        await target.ExecuteAsync(
            SqlText.Of("Match/MatchEntity.sql"),
            new { entityId = row.EntityId, clusters = count, largest });
        await transaction.CommitAsync(cancellation);
        context.Progress.Phase(entity.Entity, "match").Finished = true;
        return new(count);
    }

    private static async Task<Clusters> Read(NpgsqlConnection target, long entityId, MatchedSources sources, CancellationToken cancellation)
    {
        var rows = await target.ExecuteScalarAsync<long>(SqlText.Of("Match/CountEdgeEnds.sql"), new { entityId, bytes = sources.SmallestPair });
        var clusters = new Clusters(sources.Count, (int)Math.Min(rows, Array.MaxLength));
        await using var command = new NpgsqlCommand(SqlText.Of("Match/ReadMatchEdges.sql"), target) { Parameters = { new("entityId", entityId) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            Join(clusters, reader.GetFieldValue<byte[]>(0), sources);
        }

        return clusters;
    }

    private static void Join(Clusters clusters, ReadOnlySpan<byte> edges, MatchedSources sources)
    {
        while (!edges.IsEmpty)
        {
            var (left, right) = PackedEdges.Take(ref edges, sources);
            clusters.Join(left, right);
        }
    }
}
