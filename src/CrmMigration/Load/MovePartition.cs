using CrmMigration.Map;
using CrmMigration.Match;
using CrmMigration.Rejects;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>
/// Moves one partition into the target, or into the table that will become it: read, clean, map, load, and enter the fate of every row, in one transaction of the target. Run twice, it finds
/// the partition published and does nothing.
/// </summary>
internal sealed class MovePartition(RunContext context, string phase)
{
    public async Task<StepCounts> Run(PartitionRef partition, CancellationToken cancellation)
    {
        var counts = await Publish(partition, await context.Row(partition.Entity.Entity), cancellation);
        await new RejectThreshold(context).Check(partition.Entity.Entity, cancellation);
        return counts;
    }

    private async Task<StepCounts> Publish(PartitionRef partition, EntityRow row, CancellationToken cancellation)
    {
        var progress = context.Progress.Phase(partition.Entity.Entity, phase);
        var attempt = new Attempt(partition, row, Careful: !row.TargetWasEmpty, OneByOne: false);
        while (true)
        {
            try
            {
                return await Publish(attempt, progress, cancellation);
            }
            catch (UnreadableRowException) when (!attempt.OneByOne)
            {
                attempt = attempt with { OneByOne = true };
            }
            catch (PostgresException fault) when (!attempt.Careful && fault.IsRowFault())
            {
                attempt = attempt with { Careful = true };
            }
        }
    }

    private async Task<StepCounts> Publish(Attempt attempt, PhaseProgress progress, CancellationToken cancellation)
    {
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, attempt.Partition.Entity.Run);
        var work = await target.QuerySingleAsync<PartitionRow>(
            SqlText.Of("Runs/FindPartition.sql"), new { entityId = attempt.Row.EntityId, number = attempt.Partition.Number });
        if (work.State != "published")
        {
            var rows = await Move(attempt, work, target, progress, cancellation);
            await transaction.CommitAsync(cancellation);
            progress.PartitionDone();
            return new(rows);
        }

        progress.AddRows(work.ReadRows);
        progress.PartitionDone();
        return new(work.ReadRows);
    }

    private async Task<long> Move(Attempt attempt, PartitionRow work, NpgsqlConnection target, PhaseProgress progress, CancellationToken cancellation)
    {
        var entity = context.Entity(attempt.Partition.Entity.Entity);
        var mapping = EntityMapping.Of(entity, attempt.Row.SourceOf(work.Number), attempt.Row.WorkTable);
        var merges = attempt.Row.MatchBuckets == 0 || mapping.IsPrivate
            ? MergePlan.None
            : await MergePlanReader.Read(target, attempt.Row.EntityId, work.Number, cancellation);
        var parents = await context.ParentsOf(entity, mapping.Source);
        var placement = await context.Assigning.PlacementOf(mapping);

        using var keys = mapping.IsPrivate ? new PartitionMatchKeys(mapping, attempt.Row.MatchBuckets, SurvivorFill.FillOf(mapping)) : null;
        await using var members = await MemberRows.Of(context, entity);
        await using var source = await SourceCopy.Open(context.SourceOf(mapping.Source), cancellation);
        members.Use(mapping.Position, source);
        var account = new PartitionAccount(mapping) { MatchKeys = keys, Payloads = context.PayloadsOf(mapping.Source, source) };
        var flow = new PartitionFlow(account, new(mapping, name => parents[name], placement), new(mapping, merges, members), attempt.Row.InKeyOrder)
        {
            OneByOne = attempt.OneByOne,
        };
        var sink = attempt.Careful ? await Careful(target, account, (attempt.Row.EntityId, work.Number)) : new DirectSink(target, mapping, account);
        var meter = new RowMeter(progress, cancellation);
        try
        {
            flow.Run(source, work.Range, sink, meter);
        }
        catch
        {
            meter.TakeBack();
            sink.Abandon();
            throw;
        }

        await AccountWriter.Write(target, attempt.Row.EntityId, work.Number, account, cancellation);
        context.Assigning.Enter(target, entity, mapping.Source, placement);
        return account.Read;
    }

    // Constraints are checked at once, so that the row to blame is known; deferred they would refuse the commit of all rows.
    private static async Task<IRowSink> Careful(NpgsqlConnection target, PartitionAccount account, (long EntityId, int Partition) place)
    {
        await target.ExecuteAsync("set constraints all immediate");
        return new CarefulSink(await UpsertBatch.Open(target, account.Mapping, place), account);
    }

    /// <param name="Careful">The target may refuse a row, which is to be found.</param>
    /// <param name="OneByOne">The source cannot give a row, which is to be found.</param>
    private sealed record Attempt(PartitionRef Partition, EntityRow Row, bool Careful, bool OneByOne);
}
