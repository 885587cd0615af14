using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Withdraw;

/// <summary>Enters in the books why a withdrawal ended before its end, and gives its lease back. What it has undone by then stays undone; begun again, it goes on.</summary>
internal sealed class StopWithdrawal(RunContext context)
{
    public async Task<StepCounts> Run(RunEnd end, CancellationToken cancellation)
    {
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, end.Run);
        await target.ExecuteAsync(SqlText.Of("Withdraw/StopWithdrawal.sql"), new { end.Run.RunId, end.Run.Fence, state = "failed", end.Failure });
        await target.ExecuteAsync(SqlText.Of("Runs/ReleaseLease.sql"), new { plan = context.Plan.Plan.Name, fence = end.Run.Fence });
        await transaction.CommitAsync(cancellation);
        return new(0);
    }
}
