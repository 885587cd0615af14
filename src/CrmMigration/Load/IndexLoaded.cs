using CrmMigration.Runs;

namespace CrmMigration.Load;

/// <summary>Gives a privately loaded table its primary key, by which merging finds rows. One bulk build costs less than keeping an index while loading.</summary>
internal sealed class IndexLoaded(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        if (row.LoadTable is not { } loadTable || row.Is("completed"))
        {
            return new(0);
        }

        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        await TargetTable.AddKey(target, context.Entity(entity.Entity), loadTable, Math.Max(0, (context.Databases.Parallel / 2) - 1));
        await transaction.CommitAsync(cancellation);
        return new(0);
    }
}
