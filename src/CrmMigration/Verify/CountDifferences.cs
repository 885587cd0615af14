using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Verify;

/// <summary>Tells how many rows of an entity a verification found different, repaired or not.</summary>
internal sealed class CountDifferences(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        return new(await target.ExecuteScalarAsync<long>(SqlText.Of("Verify/CountDifferences.sql"), new { row.EntityId }));
    }
}
