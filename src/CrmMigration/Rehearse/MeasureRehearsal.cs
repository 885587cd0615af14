using CrmMigration.Plan;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

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
        var size = await target.QuerySingleOrDefaultAsync<(long Bytes, bool IsSample)?>(SqlText.Of("Rehearse/ReadSize.sql"), new { row.EntityId, row.LoadTable });
        if (size is not var (bytes, isSample))
        {
            return new(0);
        }

        bytes += isSample ? await FilledPages(target, row.LoadTable!) : 0;
        var work = context.Entity(entity.Entity);
        foreach (var source in work.Sources)
        {
            await WriteSamples(target, (work, source), row, cancellation);
        }

        await target.ExecuteAsync(SqlText.Of("Rehearse/ForgetValues.sql"), new { runId = (string?)null, plan = (string?)null, row.EntityId });
        await target.ExecuteAsync(SqlText.Of("Rehearse/ForgetAssigned.sql"), new { context.RunId, entity.Entity });
        await target.ExecuteAsync($"drop table {row.LoadTable}");
        await target.ExecuteAsync(SqlText.Of("Rehearse/RecordSize.sql"), new { row.EntityId, bytes });
        await transaction.CommitAsync(cancellation);
        return new(0);
    }

    private static Task<long> FilledPages(NpgsqlConnection target, string table) => target.ExecuteScalarAsync<long>(
        $"select count(*) * current_setting('block_size')::int from (select from {table} group by (ctid::text::point)[0]) as page");

    // With several sources a key alone does not name a row.
    private async Task WriteSamples(NpgsqlConnection target, (CheckedEntity Entity, CheckedSource Source) read, EntityRow row, CancellationToken cancellation)
    {
        await using var source = await context.SourceOf(read.Source).OpenConnectionAsync(cancellation);
        var samples = await new SampleRows(source, target, read, row).Choose();
        await target.ExecuteAsync(SqlText.Of("Rehearse/WriteSample.sql"), samples.Select(sample => new
        {
            row.EntityId,
            kind = sample.Kind.ToString().ToLowerInvariant(),
            sample.Rule,
            sample.Field,
            sourceKey = read.Entity.Sources.Count > 1 ? $"{read.Source.Name}:{sample.SourceKey}" : sample.SourceKey,
            sample.Before,
            sample.After,
        }));
    }
}
