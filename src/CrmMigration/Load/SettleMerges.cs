using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Load;

/// <summary>
/// A row is merged before its survivor is loaded. Where the target refused the survivor, or the source lost it meanwhile, its cluster
/// has nobody: here the next member that can be loaded takes its place, and the books say so.
/// </summary>
internal sealed class SettleMerges(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        if (row.Is("published"))
        {
            return new(0);
        }

        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        var lost = await new OrphanedClusters(context, target, row).Settle(cancellation);
        await target.ExecuteAsync(SqlText.Of("Runs/SetEntityState.sql"), new { entityId = row.EntityId, state = "published" });
        await transaction.CommitAsync(cancellation);
        return new(lost);
    }
}
