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
        if (row.Partitions is not null)
        {
            var counted = await CountRows(row.EntityId, cancellation);
            context.Announce(entity.Entity, row, counted.Loaded, counted.Gaps);
            return Answer(row);
        }

        var work = context.Entity(entity.Entity);
        var cuts = await Cut(work, cancellation);
        var rows = cuts.Sum(cut => cut.Rows);
        var buckets = work.Plan.Match.Count == 0 || rows == 0 ? 0 : (int)Math.Max(1, rows * work.Plan.Match.Count / PairsInBucket);
        var loaded = cuts.Count(cut => cut.Sampled);
        var inKeyOrder = await Record(entity, row, new(cuts, await KeyRanges.Of(context, work, cancellation), buckets, loaded));
        row = row with { Partitions = cuts.Count, LoadedPartitions = loaded, MatchBuckets = buckets, InKeyOrder = inKeyOrder };
        context.Announce(entity.Entity, row, cuts.Where(cut => cut.Sampled).Sum(cut => cut.Rows), cuts.Where(cut => !cut.Sampled).Sum(cut => cut.Rows));
        return Answer(row);
    }

    // What is loaded comes first, source by source, and then in the same order what is only looked through.
    private async Task<List<SourceCut>> Cut(CheckedEntity work, CancellationToken cancellation)
    {
        var cuts = new List<SourceCut>();
        foreach (var source in work.Sources)
        {
            var walk = new KeyWalk(context.SourceOf(source), source);
            cuts.AddRange(context.SamplePercent is { } percent
                ? await walk.CutSample(percent, context.PartitionRows, cancellation)
                : await walk.Cut(context.PartitionRows, context.Databases.Parallel, cancellation));
        }

        return [.. cuts.OrderByDescending(cut => cut.Sampled)];
    }

    private PartitionedEntity Answer(EntityRow row) => new(row.Partitions!.Value, row.MatchBuckets, row.InKeyOrder, row.LoadsFirst)
    {
        IsRehearsed = context.IsRehearsal,
        Loaded = row.LoadedPartitions!.Value,
        GapsMatter = row.MatchBuckets > 0 || context.IsParent(row.Entity),
    };

    private async Task<(long Loaded, long Gaps)> CountRows(long entityId, CancellationToken cancellation)
    {
        await using var connection = await context.Target.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleAsync<(long, long)>(SqlText.Of("Source/CountExpectedRows.sql"), new { entityId });
    }

    /// <summary>Returns whether the rows must be published in the order of their keys.</summary>
    private async Task<bool> Record(EntityRef entity, EntityRow row, EntityCut cut)
    {
        var work = context.Entity(entity.Entity);
        await using var connection = await context.Target.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RunContext.HoldLease(connection, entity.Run);
        await RecordCuts(connection, row.EntityId, work, cut);
        var table = work.Plan.TargetTable.Sql;

        // Rehearsed, a table that the plan would create is not there.
        var ours = row.LoadsFirst || (context.IsRehearsal && work.CreatesTarget);
        var empty = ours || !await connection.ExecuteScalarAsync<bool>($"select exists (select from {table})");
        var inKeyOrder = !ours && await connection.ExecuteScalarAsync<bool>(
            SqlText.Of("Source/HasOtherUniqueIndex.sql"), new { table, key = work.TargetKey.Name });
        await connection.ExecuteAsync(
            SqlText.Of("Source/CutEntity.sql"), new { entityId = row.EntityId, partitions = cut.Partitions.Count, cut.Loaded, cut.Buckets, empty, inKeyOrder });
        await transaction.CommitAsync();
        return inKeyOrder;
    }

    private static async Task RecordCuts(NpgsqlConnection connection, long entityId, CheckedEntity work, EntityCut cut)
    {
        var cuts = cut.Partitions;
        await connection.ExecuteAsync(
            SqlText.Of("Source/CreatePartitions.sql"),
            new
            {
                entityId,
                sources = cuts.ConvertAll(one => one.Source).ToArray(),
                afters = cuts.ConvertAll(one => one.Range.After).ToArray(),
                throughs = cuts.ConvertAll(one => one.Range.Through).ToArray(),
                rows = cuts.ConvertAll(one => one.Rows).ToArray(),
                sampled = cuts.ConvertAll(one => one.Sampled).ToArray(),
            });
        var (first, gap) = (0, cut.Loaded);
        foreach (var (source, range) in work.Sources.Zip(cut.Ranges))
        {
            await connection.ExecuteAsync(
                SqlText.Of("Source/CutSource.sql"), new { entityId, source = source.Name, first, gap, lowest = range?.Low, highest = range?.High });
            first += cuts.Count(one => one.Source == source.Name && one.Sampled);
            gap += cuts.Count(one => one.Source == source.Name && !one.Sampled);
        }
    }

    /// <param name="Ranges">Where the keys of each source lie in the target.</param>
    /// <param name="Loaded">The first so many partitions are loaded, the others only looked through.</param>
    private sealed record EntityCut(List<SourceCut> Partitions, IReadOnlyList<KeyRanges.Range?> Ranges, int Buckets, int Loaded);
}
