using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Rehearse;

/// <summary>
/// Looks at the table that stood for an entity's target, and drops it: its size, and rows that show what rules do, masked. The originals
/// of corrected values leave the books, as nothing was corrected. Run a second time, it finds it done.
/// </summary>
internal sealed class MeasureRehearsal(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        var bytes = await target.ExecuteScalarAsync<long?>(SqlText.Of("Rehearse/ReadSize.sql"), new { row.EntityId, row.LoadTable });
        if (bytes is null)
        {
            return new(0);
        }

        await using var source = await context.SourceOf(context.Entity(entity.Entity).Sources[0]).OpenConnectionAsync(cancellation);
        var samples = await new SampleRows(source, target, context.Entity(entity.Entity), row).Choose();
        await target.ExecuteAsync(SqlText.Of("Rehearse/WriteSample.sql"), samples.Select(sample => new
        {
            row.EntityId,
            kind = sample.Kind.ToString().ToLowerInvariant(),
            sample.Rule,
            sample.Field,
            sample.SourceKey,
            sample.Before,
            sample.After,
        }));
        await target.ExecuteAsync(SqlText.Of("Rehearse/ForgetValues.sql"), new { runId = (string?)null, plan = (string?)null, row.EntityId });
        await target.ExecuteAsync($"drop table {row.LoadTable}");
        await target.ExecuteAsync(SqlText.Of("Rehearse/RecordSize.sql"), new { row.EntityId, bytes });
        await transaction.CommitAsync(cancellation);
        return new(0);
    }
}
