using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Withdraw;

/// <summary>
/// Brings the books to where they stood before the run: links and horizons as before a pass, no links and match keys of a full run, and tables
/// that the run had created gone. Ends the withdrawal.
/// </summary>
internal sealed class CompleteWithdrawal(RunContext context)
{
    public async Task<WithdrawalOutcome> Run(RunRef run, CancellationToken cancellation)
    {
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, run);
        var kept = await target.ExecuteScalarAsync<long>(SqlText.Of("Withdraw/CountKept.sql"), new { run.RunId });
        if (context.IsPass)
        {
            await target.ExecuteAsync(SqlText.Of("Withdraw/RestoreLinks.sql"), new { run.RunId });
        }
        else
        {
            await DropTables(target, run);
        }

        await target.ExecuteAsync(SqlText.Of("Withdraw/ForgetLater.sql"), new { run.RunId });
        if (kept == 0)
        {
            await target.ExecuteAsync(SqlText.Of("Withdraw/ForgetRun.sql"), new { run.RunId });
        }

        await target.ExecuteAsync(SqlText.Of("Replay/ForgetReplay.sql"), new { run.RunId });
        await target.ExecuteAsync(SqlText.Of("Withdraw/EndWithdrawal.sql"), new { run.RunId, run.Fence });
        await target.ExecuteAsync(SqlText.Of("Runs/ReleaseLease.sql"), new { plan = context.Plan.Plan.Name, fence = run.Fence });
        await transaction.CommitAsync(cancellation);
        return new(kept);
    }

    // Children first.
    private async Task DropTables(NpgsqlConnection target, RunRef run)
    {
        foreach (var name in await target.QueryAsync<string>(SqlText.Of("Withdraw/FindCreatedTables.sql"), new { run.RunId }))
        {
            var entity = context.Entity(name);
            if (await TargetShape.Read(target, EntityMapping.OfTarget(entity, work: null)) is { IsWrittenWhole: true })
            {
                await Drop(target, entity);
            }
        }
    }

    // What anybody has added to it, or made of it, is not the run's to drop; nor does a withdrawal wait for those who are reading it.
    private static async Task Drop(NpgsqlConnection target, CheckedEntity entity)
    {
        var table = entity.Plan.TargetTable.Sql;
        await target.ExecuteAsync("savepoint tables; set local lock_timeout = '5s'");
        try
        {
            await target.ExecuteAsync($"lock table {table}");
            if (await target.ExecuteScalarAsync<bool>($"select not exists (select from {table})")
                && !await target.ExecuteScalarAsync<bool>(SqlText.Of("Withdraw/HasAdditions.sql"), new { table }))
            {
                await target.ExecuteAsync($"drop table {table}");
            }

            await target.ExecuteAsync("release savepoint tables; set local lock_timeout to default");
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.DependentObjectsStillExist or PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.LockNotAvailable)
        {
            await target.ExecuteAsync("rollback to savepoint tables; release savepoint tables");
        }
    }
}
