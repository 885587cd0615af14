using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>Makes a privately loaded table the target, leaves the target fit for use, and drops what only matching needed. A rehearsal only does the last.</summary>
internal sealed class CompleteEntity(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        if (row.Is("completed"))
        {
            return new(0);
        }

        var highest = await PlacedRange.Highest(context.SourceOf, context.Entity(entity.Entity), cancellation);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        if (!context.IsRehearsal)
        {
            await Leave(target, context.Entity(entity.Entity), row.LoadTable, highest);
        }

        await target.ExecuteAsync(SqlText.Of("Load/DropMatchKeys.sql"), new { entityId = row.EntityId, rehearsed = context.IsRehearsal });
        await target.ExecuteAsync(SqlText.Of("Runs/SetEntityState.sql"), new { entityId = row.EntityId, state = "completed" });
        await transaction.CommitAsync(cancellation);
        return new(0);
    }

    private static async Task Leave(NpgsqlConnection target, CheckedEntity entity, string? loadTable, long? highest)
    {
        if (loadTable is not null)
        {
            await TargetTable.Reveal(target, entity, loadTable);
        }

        await TargetTable.RaiseSequences(target, entity, highest);
    }
}
