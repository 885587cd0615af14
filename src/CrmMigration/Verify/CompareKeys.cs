using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Verify;

/// <summary>
/// Compares the keys of an entity's sources with the links, and the target's rows with what was written, by aggregates that both servers make at the same time. Where these
/// differ, keys are read. Of a deep verification it cuts the sources into ranges. Done twice, it finds its work done.
/// </summary>
internal sealed class CompareKeys(RunContext context)
{
    private const int BatchRows = 1_000;

    public async Task<Comparison> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        if (!await target.ExecuteScalarAsync<bool>(SqlText.Of("Verify/IsCompared.sql"), new { row.EntityId }))
        {
            var ranges = context.Deep ? await new VerifiedRanges(context).Cut(entity.Entity, cancellation) : [];
            await using var transaction = await target.BeginTransactionAsync(cancellation);
            await RunContext.HoldLease(target, entity.Run);
            await new KeyComparison(context, target, row.EntityId).Run(entity, cancellation);
            await target.ExecuteAsync(
                SqlText.Of("Verify/AddRanges.sql"),
                new
                {
                    row.EntityId,
                    sources = ranges.ConvertAll(one => one.Source),
                    afters = ranges.ConvertAll(one => one.Range.After),
                    throughs = ranges.ConvertAll(one => one.Range.Through),
                });
            await target.ExecuteAsync(SqlText.Of("Verify/CutDifferences.sql"), new { row.EntityId, rows = BatchRows, state = "found" });
            await transaction.CommitAsync(cancellation);
        }

        var left = await target.QuerySingleAsync<Comparison>(SqlText.Of("Verify/ReadComparison.sql"), new { row.EntityId, state = "found" });
        context.Progress.Phase(entity.Entity, "compare").Partitions = left.Ranges + left.Batches;
        return left;
    }

    /// <summary>Cuts what was found, and is to be looked at again after a repair, into batches.</summary>
    public async Task<StepCounts> CutRepaired(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        await target.ExecuteAsync(SqlText.Of("Verify/CutDifferences.sql"), new { row.EntityId, rows = BatchRows, state = "confirmed" });
        await transaction.CommitAsync(cancellation);
        return new((await target.QuerySingleAsync<Comparison>(SqlText.Of("Verify/ReadComparison.sql"), new { row.EntityId, state = "confirmed" })).Batches);
    }
}
