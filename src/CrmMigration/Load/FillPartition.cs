using CrmMigration.Map;
using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Load;

/// <summary>
/// Fills the gaps of one partition's survivors within the loaded table, from the rows that give way to them, lowest key first. A second
/// time it finds no gap that anything could fill.
/// </summary>
internal sealed class FillPartition(RunContext context)
{
    public async Task<StepCounts> Run(PartitionRef partition, CancellationToken cancellation)
    {
        var row = await context.Row(partition.Entity.Entity);
        var statements = new MergeStatements(EntityMapping.OfTarget(context.Entity(partition.Entity.Entity), row.WorkTable));
        if (row.Is("completed") || statements.Fill is not { } fill)
        {
            return new(0);
        }

        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, partition.Entity.Run);
        await target.ExecuteAsync(fill, new { entityId = row.EntityId, partition = partition.Number });
        await transaction.CommitAsync(cancellation);
        return new(0);
    }
}
