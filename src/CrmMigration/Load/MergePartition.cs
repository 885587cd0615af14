using CrmMigration.Map;
using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Load;

/// <summary>
/// Takes the rows of one partition that give way out of the loaded table, and moves them from created to merged in the books, in one
/// transaction. A second time it finds them moved.
/// </summary>
internal sealed class MergePartition(RunContext context)
{
    public async Task<StepCounts> Run(PartitionRef partition, CancellationToken cancellation)
    {
        var row = await context.Row(partition.Entity.Entity);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, partition.Entity.Run);
        var place = new { entityId = row.EntityId, partition = partition.Number };
        var booked = await target.ExecuteAsync(SqlText.Of("Load/BookMerged.sql"), place);
        if (booked > 0)
        {
            var statements = new MergeStatements(EntityMapping.Of(context.Entity(partition.Entity.Entity), row.SourceOf(partition.Number), row.WorkTable));
            await target.ExecuteAsync(statements.Leave, place);
            await transaction.CommitAsync(cancellation);
        }

        context.Progress.Phase(partition.Entity.Entity, "merge").PartitionDone();
        return new(booked);
    }
}
