using CrmMigration.Map;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Withdraw;

/// <summary>Undoes one thing that a run did in a partition, in one transaction with what the books then say. Done twice, it finds it undone.</summary>
/// <param name="kind">What the run had done: created, updated or deleted.</param>
internal sealed class PartitionWithdrawal(RunContext context, string kind)
{
    public async Task<StepCounts> Run(PartitionRef partition, CancellationToken cancellation)
    {
        var mapping = EntityMapping.OfTarget(context.Entity(partition.Entity.Entity), work: null);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, partition.Entity.Run);
        long rows = 0;
        if (await WithdrawnPlace.Find(target, partition) is { } place && await TargetShape.Read(target, mapping) is { } shape)
        {
            rows = await Undo(target, shape, place);
            await target.ExecuteAsync(SqlText.Of("Withdraw/CountWithdrawn.sql"), new { context.RunId, kind, rows });
            await transaction.CommitAsync(cancellation);
        }

        var progress = context.Progress.Phase(partition.Entity.Entity, "withdraw");
        progress.AddRows(rows);
        progress.PartitionDone();
        return new(rows);
    }

    private async Task<long> Undo(NpgsqlConnection target, TargetShape shape, WithdrawnPlace place)
    {
        var due = new DueRows(target, shape, place);
        await due.Find(kind);
        if (kind == "created")
        {
            await due.KeepReferred();
        }

        var known = await due.KnownColumns();
        var rows = await due.Write(kind switch { "created" => shape.Remove, "updated" => shape.Restore(known), _ => shape.BringBack(known) });
        await target.ExecuteAsync(SqlText.Of("Withdraw/BookWithdrawn.sql"), new { place.EntityId, place.Partition, kind, transactions = due.Transactions.ToArray() });
        return rows;
    }
}
