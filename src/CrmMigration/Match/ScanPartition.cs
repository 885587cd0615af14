using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Rehearse;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Match;

/// <summary>
/// Reads what matching needs of a partition, cleans it as the migration will, and keeps the match keys, packed by bucket of hash. Rows
/// that will be rejected take no part in matching.
/// </summary>
internal sealed class ScanPartition(RunContext context)
{
    public async Task<StepCounts> Run(PartitionRef partition, CancellationToken cancellation)
    {
        var row = await context.Row(partition.Entity.Entity);
        var progress = context.Progress.Phase(partition.Entity.Entity, "scan");
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, partition.Entity.Run);
        var work = await target.QuerySingleAsync<PartitionRow>(
            SqlText.Of("Runs/FindPartition.sql"), new { entityId = row.EntityId, number = partition.Number });
        if (work.State == "planned")
        {
            var mapping = EntityMapping.ForMatching(context.Entity(partition.Entity.Entity), row.SourceOf(work.Number));
            await Scan(target, mapping, new(row, work, new(progress, cancellation)), cancellation);
            await target.ExecuteAsync(SqlText.Of("Match/ScanPartition.sql"), new { entityId = row.EntityId, partition = work.Number });
            await transaction.CommitAsync(cancellation);
        }
        else
        {
            progress.AddRows(work.ExpectedRows);
        }

        progress.PartitionDone();
        return new(work.ExpectedRows);
    }

    private async Task Scan(NpgsqlConnection target, EntityMapping mapping, Work work, CancellationToken cancellation)
    {
        var parents = await context.ParentsOf(mapping.Entity, mapping.Source);
        var mapper = new RowMapper(mapping, name => parents[name], await context.Assigning.PlacementToLook(mapping.Entity, mapping.Source));
        using var found = await Scan(mapper, work, cancellation);
        await found.Keys.Write(target, work.Entity.EntityId, work.Partition.Number);
        if (!work.Partition.Sampled && context.IsParent(work.Entity.Entity))
        {
            found.Unsampled.Write(target, work.Entity.EntityId, work.Partition.Number);
        }
    }

    private async Task<Found> Scan(RowMapper mapper, Work work, CancellationToken cancellation)
    {
        try
        {
            return await Scan(mapper, work, ReadOrder.Any, cancellation);
        }
        catch (UnreadableRowException)
        {
            work.Meter.TakeBack();
            return await Scan(mapper, work, ReadOrder.OneByOne, cancellation);
        }
    }

    private async Task<Found> Scan(RowMapper mapper, Work work, ReadOrder order, CancellationToken cancellation)
    {
        var mapping = mapper.Mapping;
        await using var source = await SourceCopy.Open(context.SourceOf(mapping.Source), cancellation);
        using var reader = source.Range(mapping, work.Partition.Range, order);
        var found = new Found(new(mapping, work.Entity.MatchBuckets, gaps: null), new(mapping.SourceKeyKind));
        try
        {
            Read(reader, mapper, found, work);
            return found;
        }
        catch
        {
            found.Dispose();
            throw;
        }
    }

    private static void Read(IRowReader reader, RowMapper mapper, Found found, Work work)
    {
        var row = new TupleBuffer(mapper.Mapping.TargetColumns.Count);
        while (reader.Read())
        {
            row.Clear();
            var key = mapper.Mapping.SourceKeyKind.Read(reader.Row.Field(0));
            var skipped = mapper.RuleThatSkips(reader.Row) is not null;
            var arrives = !skipped && reader.Fault is null && mapper.Map(reader.Row, row) is null;
            if (arrives)
            {
                found.Keys.Add(key, row);
            }

            // What is loaded is entered where it is loaded.
            if (!work.Partition.Sampled)
            {
                found.Unsampled.Add(key, arrives, skipped);
            }

            work.Meter.Tick();
        }

        work.Meter.Flush();
    }

    private sealed record Work(EntityRow Entity, PartitionRow Partition, RowMeter Meter);

    private sealed record Found(PartitionMatchKeys Keys, UnsampledRows Unsampled) : IDisposable
    {
        public void Dispose() => Keys.Dispose();
    }
}
