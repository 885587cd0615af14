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

        var highest = await HighestKey(context.Entity(entity.Entity), cancellation);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        if (!context.IsRehearsal)
        {
            await Leave(target, context.Entity(entity.Entity), row.LoadTable, highest);
        }

        await target.ExecuteAsync(SqlText.Of("Load/DropMatchKeys.sql"), new { entityId = row.EntityId });
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

    // Of rejected and merged rows too: a later run may bring them, and must not find somebody else's row at their key. Keys that the
    // target's own sequence gave are behind it already.
    private async Task<long?> HighestKey(CheckedEntity entity, CancellationToken cancellation)
    {
        long? highest = null;
        foreach (var source in entity.Sources)
        {
            var range = await PlacedRange.Read(context.SourceOf(source), entity, source, cancellation);
            highest = range is { High: var high } && !(highest >= high) ? high : highest;
        }

        return highest;
    }
}
