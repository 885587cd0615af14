using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>
/// The hold of one run on its plan. It is a row in the target that expires, and for a holder with a session of its own an advisory lock
/// too: when that process dies the lock goes at once, so a resume need not wait for the row to expire.
/// </summary>
internal sealed class Lease : ILease
{
    private const int Seconds = 60;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    private readonly NpgsqlConnection session;
    private readonly string plan;
    private readonly Heartbeat heart;

    private Lease(NpgsqlConnection session, string plan, RunRef run, TimeProvider clock)
    {
        this.session = session;
        this.plan = plan;
        Run = run;
        heart = new(Beat, clock, Renew);
    }

    public RunRef Run { get; }

    public CancellationToken Lost => heart.Lost;

    /// <summary>Takes the plan's lease and keeps renewing it until disposed.</summary>
    /// <exception cref="InvalidSettingException">Another run, or another process of the same run, holds it.</exception>
    public static async Task<Lease> Take(NpgsqlDataSource target, (string Plan, string RunId) wish, TimeProvider clock, CancellationToken cancellation)
    {
        var (plan, runId) = wish;
        var session = await target.OpenConnectionAsync(cancellation);
        try
        {
            var locked = await session.ExecuteScalarAsync<bool>(SqlText.Of("Runs/TryLockPlan.sql"), new { plan });
            var fence = await session.ExecuteScalarAsync<long?>(
                SqlText.Of("Runs/TakeLease.sql"),
                new { plan, runId, locked, bound = locked, seconds = Seconds, holder = $"{Environment.MachineName} process {Environment.ProcessId}" });
            return fence is null
                ? throw new InvalidSettingException(await LeaseHolder.Refusal(session, plan))
                : new(session, plan, new(runId, fence.Value), clock);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        var gone = Lost;
        await heart.DisposeAsync();
        if (!gone.IsCancellationRequested)
        {
            await session.ExecuteAsync(SqlText.Of("Runs/ReleaseLease.sql"), new { plan, fence = Run.Fence });
        }

        await session.DisposeAsync();
    }

    private async Task<bool> Renew(CancellationToken stop)
    {
        try
        {
            return await session.ExecuteAsync(SqlText.Of("Runs/RenewLease.sql"), new { plan, fence = Run.Fence, seconds = Seconds }) > 0;
        }
        catch (NpgsqlException)
        {
            // The session is gone and with it the lock: the steps at work must not commit, and they cannot, as the fence will have moved on.
            return false;
        }
    }
}
