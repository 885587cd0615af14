using CrmMigration.Plan;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>
/// Cuts a source table into key ranges of equal row counts by walking its key's index, so that sparse, skewed and negative keys make no
/// difference. An empty table has no partitions.
/// </summary>
internal sealed class PartitionEntity(RunContext context)
{
    private const int SmallestDefault = 50_000;
    private const int DefaultPartitions = 200;
    private const int PairsInBucket = 250_000;

    public async Task<PartitionedEntity> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        if (row.Partitions is { } partitions)
        {
            context.Announce(entity.Entity, row, await CountRows(row.EntityId, cancellation));
            return new(partitions, row.MatchBuckets, row.InKeyOrder, row.LoadTable is not null);
        }

        var work = context.Entity(entity.Entity);
        var ranges = await Walk(work, cancellation);
        var rows = ranges.Sum(range => range.Rows);
        var buckets = work.Plan.Match.Count == 0 || rows == 0 ? 0 : (int)Math.Max(1, rows * work.Plan.Match.Count / PairsInBucket);
        var inKeyOrder = await Record(entity, row, ranges, buckets);
        context.Announce(entity.Entity, row with { Partitions = ranges.Count, MatchBuckets = buckets }, rows);
        return new(ranges.Count, buckets, inKeyOrder, row.LoadTable is not null);
    }

    private async Task<List<(KeyRange Range, long Rows)>> Walk(CheckedEntity entity, CancellationToken cancellation)
    {
        await using var connection = await context.SourceOf(entity).OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var (table, key) = (entity.Plan.SourceTable.Sql, SqlName.Quote(entity.SourceKey.Name));
        var size = context.PartitionRows ?? await DefaultSize(connection, entity.Plan.SourceTable);
        var ranges = new List<(KeyRange, long)>();
        string? after = null;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var condition = new KeyRange(after, null).Condition(key);
            var through = await connection.ExecuteScalarAsync<string?>(
                // The prefix matters: a bare name would be that of the text in the output, and order as text.
                $"select t.{key}::text from {table} as t where {condition} order by t.{key} offset {size - 1} limit 1");
            var rows = through is not null ? size : await connection.ExecuteScalarAsync<long>($"select count(*) from {table} where {condition}");
            if (rows > 0)
            {
                ranges.Add((new(after, through), rows));
            }

            if (through is null)
            {
                return Close(ranges);
            }

            after = through;
        }
    }

    // The last range stays open, so that a row inserted beyond it later belongs to a partition all the same.
    private static List<(KeyRange Range, long Rows)> Close(List<(KeyRange Range, long Rows)> ranges)
    {
        if (ranges.Count > 0)
        {
            ranges[^1] = (ranges[^1].Range with { Through = null }, ranges[^1].Rows);
        }

        return ranges;
    }

    private static async Task<int> DefaultSize(NpgsqlConnection connection, TableName table)
    {
        var rows = await connection.ExecuteScalarAsync<double>(SqlText.Of("Source/EstimateRows.sql"), new { table = table.Sql });
        return (int)Math.Clamp(rows / DefaultPartitions, SmallestDefault, 1_000_000);
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
        var table = context.Entity(entity.Entity).Plan.TargetTable.Sql;
        var ours = row.LoadTable is not null;
        var empty = ours || !await connection.ExecuteScalarAsync<bool>($"select exists (select from {table})");
        var inKeyOrder = !ours && await connection.ExecuteScalarAsync<bool>(
            SqlText.Of("Source/HasOtherUniqueIndex.sql"), new { table, key = context.Entity(entity.Entity).TargetKey.Name });
        await connection.ExecuteAsync(
            SqlText.Of("Source/CutEntity.sql"), new { entityId = row.EntityId, partitions = ranges.Count, buckets, empty, inKeyOrder });
        await transaction.CommitAsync();
        return inKeyOrder;
    }
}
