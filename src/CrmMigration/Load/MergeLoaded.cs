using CrmMigration.Map;
using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Load;

/// <summary>
/// Merges within the loaded table, before anybody knows it: survivors' gaps are filled from the rows that give way, lowest key first,
/// then those rows leave. One transaction.
/// </summary>
internal sealed class MergeLoaded(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        if (row.Is("published"))
        {
            return new(0);
        }

        var mapping = EntityMapping.Of(context.Entity(entity.Entity), row.LoadTable);
        var merge = new MergeStatements(mapping);
        var place = new { entityId = row.EntityId };
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        if (await target.ExecuteScalarAsync<bool>(SqlText.Of("Load/HasMerges.sql"), place))
        {
            await target.ExecuteAsync(merge.Gather, place);
            await target.ExecuteAsync(merge.Fill, place);
            await target.ExecuteAsync(merge.Leave, place);
        }

        await target.ExecuteAsync(SqlText.Of("Runs/SetEntityState.sql"), new { entityId = row.EntityId, state = "published" });
        await transaction.CommitAsync(cancellation);
        context.Progress.Phase(entity.Entity, "merge").Finished = true;
        return new(0);
    }
}
