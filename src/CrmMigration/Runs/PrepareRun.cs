using CrmMigration.Load;
using CrmMigration.Plan;
using CrmMigration.Sync;
using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>
/// Creates the target tables that the plan asks for, or names those that stand for them in a rehearsal, and records each source's safe horizon: the oldest transaction still in flight
/// before the first row is read. A later sync starts there, so nothing that commits during the migration is lost.
/// Empties what was kept of rejected rows, of any run, and has expired.
/// Notes how many rows each source is thought to hold, so that the time left counts entities that are not cut yet.
/// </summary>
internal sealed class PrepareRun(RunContext context)
{
    public async Task<PreparedRun> Run(RunRef run, CancellationToken cancellation)
    {
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, run);
        await target.ExecuteAsync(SqlText.Of("Rejects/EmptyExpired.sql"));
        if (context.IsPass || context.IsVerification)
        {
            await PrepareSync.Run(target, run);
            await transaction.CommitAsync(cancellation);
            return new([.. context.Plan.Entities.Select(entity => entity.Plan.Name)]) { Synchronizes = context.IsIncremental, Verifies = context.IsVerification, Repairs = context.Repairs, CutsOver = context.IsCutover };
        }

        foreach (var entity in context.Plan.Entities)
        {
            await Create(target, run, entity);
        }

        foreach (var (name, _) in context.Plan.Plan.Sources)
        {
            await using var source = await context.Databases.Source(name).OpenConnectionAsync(cancellation);
            var moment = await SourceMoment.Read(source);
            await target.ExecuteAsync(SqlText.Of("Runs/RecordHorizon.sql"), new { runId = run.RunId, source = name, moment.Horizon, moment.Origin, moment.At });
            foreach (var (entity, read) in context.Plan.Entities.SelectMany(entity => entity.Sources, (entity, read) => (entity, read)).Where(one => one.read.Name == name))
            {
                var rows = (long)await source.ExecuteScalarAsync<double>(SqlText.Of("Source/EstimateRows.sql"), new { table = read.Plan.Table.Sql });
                await target.ExecuteAsync(
                    SqlText.Of("Runs/RecordEstimate.sql"), new { runId = run.RunId, entity = entity.Plan.Name, source = name, rows = rows > 0 ? rows : (long?)null });
            }
        }

        await transaction.CommitAsync(cancellation);
        return new([.. context.Plan.Entities.Select(entity => entity.Plan.Name)]);
    }

    private async Task Create(NpgsqlConnection target, RunRef run, CheckedEntity entity)
    {
        var row = (await target.QueryAsync<EntityRow>(SqlText.Of("Runs/FindEntities.sql"), new { runId = run.RunId })).Single(one => one.Entity == entity.Plan.Name);
        var loadTable = $"crm_migration.load_{row.EntityId}";
        if (context.IsRehearsal)
        {
            // It is made when the entity's turn comes, so that there is never more than one.
            await target.ExecuteAsync(SqlText.Of("Runs/RecordLoadTable.sql"), new { row.EntityId, loadTable, loadsFirst = row.LoadTable is null ? entity.LoadsFirst : row.LoadsFirst });
        }
        else if (!entity.LoadsFirst && entity.CreatesTarget)
        {
            await TargetTable.Create(target, entity);
        }
        else if (entity.LoadsFirst && !row.Is("completed"))
        {
            await TargetTable.CreatePrivate(target, entity, loadTable);
            await target.ExecuteAsync(SqlText.Of("Runs/RecordLoadTable.sql"), new { row.EntityId, loadTable, loadsFirst = true });
        }
    }
}
