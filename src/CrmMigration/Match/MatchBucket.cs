using System.Data;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Match;

/// <summary>
/// Finds the rows with equal match keys in one bucket of hashes, over all partitions. Equal keys always fall into one bucket, so the
/// buckets together see every match, whatever the partitions are.
/// </summary>
internal sealed class MatchBucket(RunContext context)
{
    public async Task<StepCounts> Run(PartitionRef bucket, CancellationToken cancellation)
    {
        var row = await context.Row(bucket.Entity.Entity);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, bucket.Entity.Run);
        var place = new { entityId = row.EntityId, bucket = bucket.Number };
        if (await target.ExecuteScalarAsync<bool>(SqlText.Of("Match/HasMatchEdges.sql"), place))
        {
            return new(0);
        }

        var entity = context.Entity(bucket.Entity.Entity);
        var sources = new MatchedSources(entity, row);
        using var groups = new KeyGroups(sources);
        await Read(target, row.EntityId, bucket.Number, groups, cancellation);
        using var edges = new PackedEdges(sources);
        var frequent = groups.AddEdges(edges, entity.Plan.MatchKeyLimit);
        await using var command = new NpgsqlCommand(SqlText.Of("Match/WriteMatchEdges.sql"), target)
        {
            Parameters = { new("entityId", row.EntityId), new("bucket", bucket.Number), new("edges", edges.Bytes), new("frequentKeys", frequent) },
        };
        await command.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        context.Progress.Phase(bucket.Entity.Entity, "match").PartitionDone();
        return new(groups.Count);
    }

    private static async Task Read(NpgsqlConnection target, long entityId, int bucket, KeyGroups groups, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SqlText.Of("Match/ReadMatchKeys.sql"), target)
        {
            Parameters = { new("entityId", entityId), new("bucket", bucket) },
        };
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            groups.Add(reader.GetInt32(0), (int)reader.GetBytes(1, 0, null, 0, 0), rented => reader.GetBytes(1, 0, rented, 0, rented.Length));
        }
    }
}
