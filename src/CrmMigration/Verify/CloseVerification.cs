using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Verify;

/// <summary>Derives the verdict on an entity from what was compared. Done twice, it says the same.</summary>
internal sealed class CloseVerification(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        var found = (await VerificationReader.Read(target, row.EntityId))!;
        string[] findings = [.. VerificationWords.Findings(entity.Entity, found)];
        await target.ExecuteAsync(SqlText.Of("Verify/SetVerdict.sql"), new { row.EntityId, differs = !found.IsEqual, findings });
        await transaction.CommitAsync(cancellation);
        context.Progress.Phase(entity.Entity, "compare").Finished = true;
        return new(found.Sources.Sum(source => source.Rows));
    }
}
