using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>
/// The hold of a run that many processes work for, none of which lives as long as the run: the row alone counts, and whoever has a step
/// at work renews it. It outlasts the pauses between steps; after the last process has died, it runs out in five minutes.
/// </summary>
internal sealed class DetachedLease : ILease
{
    private const int Seconds = 300;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    private readonly NpgsqlDataSource target;
    private readonly string plan;
    private readonly Heartbeat heart;

    private DetachedLease(NpgsqlDataSource target, string plan, RunRef run, TimeProvider clock)
    {
        this.target = target;
        this.plan = plan;
        Run = run;
        heart = new(Beat, clock, Renew);
    }

    public RunRef Run { get; }

    public CancellationToken Lost => heart.Lost;

    /// <summary>Takes the plan's lease for a run; it stays taken when this process ends.</summary>
    /// <exception cref="PlanAtWorkException">Another run, or another holder of the same run, has it.</exception>
    public static async Task<RunRef> Take(NpgsqlDataSource target, string plan, string runId, CancellationToken cancellation)
    {
        await using var connection = await target.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var locked = await connection.ExecuteScalarAsync<bool>(SqlText.Of("Runs/TryLockPlanInTransaction.sql"), new { plan });
        var fence = await connection.ExecuteScalarAsync<long?>(
            SqlText.Of("Runs/TakeLease.sql"),
            new { plan, runId, locked, bound = false, seconds = Seconds, holder = $"{Environment.MachineName}, for any machine" });
        await transaction.CommitAsync(cancellation);
        return fence is null
            ? throw new PlanAtWorkException(await LeaseHolder.Refusal(connection, plan))
            : new(runId, fence.Value);
    }

    /// <summary>Joins a lease that was taken before, and renews it until disposed; it stays taken then.</summary>
    public static DetachedLease Join(NpgsqlDataSource target, string plan, RunRef run, TimeProvider clock) => new(target, plan, run, clock);

    public ValueTask DisposeAsync() => heart.DisposeAsync();

    // A server that cannot be reached for a while is no reason to give up: the lease lasts for several beats, and the fence guards the rest.
    private async Task<bool> Renew(CancellationToken stop)
    {
        try
        {
            await using var connection = await target.OpenConnectionAsync(stop);
            return await connection.ExecuteAsync(SqlText.Of("Runs/RenewLease.sql"), new { plan, fence = Run.Fence, seconds = Seconds }) > 0;
        }
        catch (NpgsqlException)
        {
            return true;
        }
    }
}
