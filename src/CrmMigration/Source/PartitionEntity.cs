using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Source;

/// <summary>
/// Cuts a source table into key ranges of equal row counts, and chooses the number of match buckets.
/// </summary>
internal sealed class PartitionEntity(RunContext context)
{
    private const int PairsInBucket = 250_000;

    public async Task<PartitionedEntity> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        if (row.Partitions is { } partitions)
        {
            context.Announce(entity.Entity, row, await CountRows(row.EntityId, cancellation));
            return new(partitions, row.MatchBuckets, row.InKeyOrder, row.LoadsFirst) { IsRehearsed = context.IsRehearsal };
        }

        var work = context.Entity(entity.Entity);
        var ranges = await new KeyWalk(context.SourceOf(work.Sources[0]), work.Sources[0]).Cut(context.PartitionRows, context.Databases.Parallel, cancellation);
        var rows = ranges.Sum(range => range.Rows);
        var buckets = work.Plan.Match.Count == 0 || rows == 0 ? 0 : (int)Math.Max(1, rows * work.Plan.Match.Count / PairsInBucket);
        var inKeyOrder = await Record(entity, row, ranges, buckets);
        context.Announce(entity.Entity, row with { Partitions = ranges.Count, MatchBuckets = buckets }, rows);
        return new(ranges.Count, buckets, inKeyOrder, row.LoadsFirst) { IsRehearsed = context.IsRehearsal };
    }

    private async Task<long> CountRows(long entityId, CancellationToken cancellation)
    {
        await using var connection = await context.Target.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(SqlText.Of("Source/CountExpectedRows.sql"), new { entityId });
    }

    /// <summary>Returns whether the rows must be published in the order of their keys.</summary>
    private async Task<bool> Record(EntityRef entity, EntityRow row, List<(KeyRange Range, long Rows)> ranges, int buckets)
    {
        await using var connection = await context.Target.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RunContext.HoldLease(connection, entity.Run);
        await connection.ExecuteAsync(
            SqlText.Of("Source/CreatePartitions.sql"),
            new
            {
                entityId = row.EntityId,
                afters = ranges.ConvertAll(range => range.Range.After).ToArray(),
                throughs = ranges.ConvertAll(range => range.Range.Through).ToArray(),
                rows = ranges.ConvertAll(range => range.Rows).ToArray(),
            });
        var work = context.Entity(entity.Entity);
        var table = work.Plan.TargetTable.Sql;

        // Rehearsed, a table that the plan would create is not there.
        var ours = row.LoadsFirst || (context.IsRehearsal && work.CreatesTarget);
        var empty = ours || !await connection.ExecuteScalarAsync<bool>($"select exists (select from {table})");
        var inKeyOrder = !ours && await connection.ExecuteScalarAsync<bool>(
            SqlText.Of("Source/HasOtherUniqueIndex.sql"), new { table, key = work.TargetKey.Name });
        await connection.ExecuteAsync(
            SqlText.Of("Source/CutEntity.sql"), new { entityId = row.EntityId, partitions = ranges.Count, buckets, empty, inKeyOrder });
        await transaction.CommitAsync();
        return inKeyOrder;
    }
}
