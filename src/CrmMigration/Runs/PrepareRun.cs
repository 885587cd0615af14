using CrmMigration.Load;
using Dapper;

namespace CrmMigration.Runs;

/// <summary>
/// Creates the target tables that the plan asks for, and records each source's safe horizon: the oldest transaction still in flight
/// before the first row is read. A later sync starts there, so nothing that commits during the migration is lost.
/// </summary>
internal sealed class PrepareRun(RunContext context)
{
    public async Task<PreparedRun> Run(RunRef run, CancellationToken cancellation)
    {
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, run);
        foreach (var entity in context.Plan.Entities)
        {
            if (entity.CreatesTarget)
            {
                await TargetTable.Create(target, entity);
            }
        }

        foreach (var (name, _) in context.Plan.Plan.Sources)
        {
            await using var source = await context.Databases.Source(name).OpenConnectionAsync(cancellation);
            var horizon = await source.ExecuteScalarAsync<long>(SqlText.Of("Source/ReadHorizon.sql"));
            await target.ExecuteAsync(SqlText.Of("Runs/RecordHorizon.sql"), new { runId = run.RunId, source = name, horizon });
        }

        await transaction.CommitAsync(cancellation);
        return new([.. context.Plan.Entities.Select(entity => entity.Plan.Name)]);
    }
}
