using CrmMigration.Plan;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>
/// Cuts the tables of an entity's sources into key ranges of equal row counts, and chooses the number of match buckets.
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
        var cuts = new List<SourceCut>();
        foreach (var source in work.Sources)
        {
            cuts.AddRange(await new KeyWalk(context.SourceOf(source), source).Cut(context.PartitionRows, context.Databases.Parallel, cancellation));
        }

        var rows = cuts.Sum(cut => cut.Rows);
        var buckets = work.Plan.Match.Count == 0 || rows == 0 ? 0 : (int)Math.Max(1, rows * work.Plan.Match.Count / PairsInBucket);
        var inKeyOrder = await Record(entity, row, cuts, buckets);
        context.Announce(entity.Entity, row with { Partitions = cuts.Count, MatchBuckets = buckets }, rows);
        return new(cuts.Count, buckets, inKeyOrder, row.LoadsFirst) { IsRehearsed = context.IsRehearsal };
    }

    private async Task<long> CountRows(long entityId, CancellationToken cancellation)
    {
        await using var connection = await context.Target.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(SqlText.Of("Source/CountExpectedRows.sql"), new { entityId });
    }

    /// <summary>Returns whether the rows must be published in the order of their keys.</summary>
    private async Task<bool> Record(EntityRef entity, EntityRow row, List<SourceCut> cuts, int buckets)
    {
        var work = context.Entity(entity.Entity);
        await using var connection = await context.Target.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RunContext.HoldLease(connection, entity.Run);
        await RecordCuts(connection, row.EntityId, work, cuts);
        var table = work.Plan.TargetTable.Sql;

        // Rehearsed, a table that the plan would create is not there.
        var ours = row.LoadsFirst || (context.IsRehearsal && work.CreatesTarget);
        var empty = ours || !await connection.ExecuteScalarAsync<bool>($"select exists (select from {table})");
        var inKeyOrder = !ours && await connection.ExecuteScalarAsync<bool>(
            SqlText.Of("Source/HasOtherUniqueIndex.sql"), new { table, key = work.TargetKey.Name });
        await connection.ExecuteAsync(
            SqlText.Of("Source/CutEntity.sql"), new { entityId = row.EntityId, partitions = cuts.Count, buckets, empty, inKeyOrder });
        await transaction.CommitAsync();
        return inKeyOrder;
    }

    private static async Task RecordCuts(NpgsqlConnection connection, long entityId, CheckedEntity work, List<SourceCut> cuts)
    {
        await connection.ExecuteAsync(
            SqlText.Of("Source/CreatePartitions.sql"),
            new
            {
                entityId,
                sources = cuts.ConvertAll(cut => cut.Source).ToArray(),
                afters = cuts.ConvertAll(cut => cut.Range.After).ToArray(),
                throughs = cuts.ConvertAll(cut => cut.Range.Through).ToArray(),
                rows = cuts.ConvertAll(cut => cut.Rows).ToArray(),
            });
        var first = 0;
        foreach (var source in work.Sources)
        {
            await connection.ExecuteAsync(SqlText.Of("Source/CutSource.sql"), new { entityId, source = source.Name, first });
            first += cuts.Count(cut => cut.Source == source.Name);
        }
    }
}
