using CrmMigration.Load;
using CrmMigration.Plan;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Rehearse;

/// <summary>
/// Makes the table that stands for an entity's target in a rehearsal: as the plan would create it, or like the one that is there, with
/// the rows of it that may matter. The target itself is only read. Run a second time, it finds the table made, or used and dropped.
/// </summary>
internal sealed class CopyTarget(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        if (await target.ExecuteScalarAsync<bool>(SqlText.Of("Rehearse/HasCopy.sql"), new { row.EntityId }))
        {
            return new(0);
        }

        var (rows, notes) = await Make(target, context.Entity(entity.Entity), row, cancellation);
        await target.ExecuteAsync(SqlText.Of("Rehearse/RecordCopy.sql"), new { row.EntityId, rows, notes });
        await transaction.CommitAsync(cancellation);
        return new(rows);
    }

    private async Task<(long Rows, string[] NotRehearsed)> Make(NpgsqlConnection target, CheckedEntity entity, EntityRow row, CancellationToken cancellation)
    {
        if (row.LoadsFirst)
        {
            await TargetTable.CreatePrivate(target, entity, row.LoadTable!);
            return (0, []);
        }

        if (entity.CreatesTarget)
        {
            await TargetTable.CreateLike(target, entity, row.LoadTable!);
            return (0, []);
        }

        var copy = new TargetCopy(target, entity, row.LoadTable!);
        await copy.Create();
        await copy.NumberOn();

        // Any row of the target may hold a value that it allows only once; else only those count that have the key of a source row.
        var rows = row.InKeyOrder && !row.TargetWasEmpty ? await copy.Fill(cancellation) : 0;
        await copy.StandInForReferences(context.Plan);
        return (rows, [.. copy.NotRehearsed]);
    }
}
