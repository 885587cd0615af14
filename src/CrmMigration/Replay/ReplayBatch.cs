using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Match;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Replay;

/// <summary>
/// Loads the rows of a batch that match nothing, in one transaction with their new fates. Done twice, it finds only those that were rejected
/// again, and rejects them once more.
/// </summary>
internal sealed class ReplayBatch(RunContext context)
{
    public async Task<StepCounts> Run(PartitionRef batch, CancellationToken cancellation)
    {
        var row = await context.Row(batch.Entity.Entity);
        var entity = context.Entity(batch.Entity.Entity);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, batch.Entity.Run);
        var rows = await new ReplayedRows(target, row.EntityId, new MatchedSources(entity, row)).OfBatch(batch.Number);
        if (rows.Count > 0)
        {
            await using var sources = await ReplaySources.Open(context, entity, row.WorkTable, [rows[0].Id.Source]);
            var source = sources[rows[0].Id.Source];
            var (books, placement) = (new ReplayBooks(target, row, sources), await context.Assigning.PlacementOf(source.Mapping));
            rows.FindAll(one => one.Skips).ForEach(one => books.Account(one.Partition).SkippedByHand(one.Id.Key));
            await Load(target, books, rows.FindAll(one => !one.Skips), (source.Mapper(placement), row.EntityId));
            await books.Write(batch.Entity.Run, cancellation);
            context.Assigning.Enter(target, entity, source.Mapping.Source, placement);
            await transaction.CommitAsync(cancellation);
        }

        context.Progress.Phase(batch.Entity.Entity, "replay").PartitionDone();
        return new(rows.Count);
    }

    private static async Task Load(NpgsqlConnection target, ReplayBooks books, List<ReplayedRow> rows, (RowMapper Mapper, long EntityId) into)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await target.ExecuteAsync("set constraints all immediate");
        var (mapper, entityId) = into;
        var account = books.Account(rows[0].Partition);
        var sink = new CarefulSink(await UpsertBatch.Open(target, account.Mapping, (entityId, rows[0].Partition)), account);
        var buffer = new TupleBuffer(account.Mapping.TargetColumns.Count);
        books.Read(rows, (row, reader) =>
        {
            if (mapper.RuleThatSkips(reader) is { } rule)
            {
                account.Skipped(row.Id.Key, rule, reader);
            }
            else if (mapper.Map(reader, buffer) is { } rejection)
            {
                account.Rejected(row.Id.Key, rejection, reader);
            }
            else
            {
                account.Corrections.Add(row.Id.Key, mapper.Corrections, reader);
                sink.Add(new(row.Id.Key, mapper.Mapping.Source.KeepsKeys ? row.Id.Key : mapper.Mapping.TargetKeyKind.Read(buffer.Cell(0))), buffer);
            }
        });
        sink.Finish(buffer);
    }
}
