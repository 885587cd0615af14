using System.Data;
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

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource target;
    private readonly string plan;
    private readonly TimeProvider clock;
    private readonly Heartbeat heart;

    // The heart's own, until it has stopped.
    private NpgsqlConnection session;
    private long renewed;

    private Lease(NpgsqlDataSource target, NpgsqlConnection session, (string Plan, RunRef Run) hold, TimeProvider clock)
    {
        this.target = target;
        this.session = session;
        this.clock = clock;
        (plan, Run) = hold;
        renewed = clock.GetTimestamp();
        heart = new(Beat, clock, Renew);
    }

    public RunRef Run { get; }

    public CancellationToken Lost => heart.Lost;

    /// <summary>Takes the plan's lease and keeps renewing it until disposed.</summary>
    /// <exception cref="PlanAtWorkException">Another run, or another process of the same run, holds it.</exception>
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
                ? throw new PlanAtWorkException(await LeaseHolder.Refusal(session, plan))
                : new(target, session, (plan, new(runId, fence.Value)), clock);
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

        // Of a session that could not be had again the lock went too: the row is nobody's already.
        if (!gone.IsCancellationRequested && session.State == ConnectionState.Open)
        {
            await session.ExecuteAsync(SqlText.Of("Runs/ReleaseLease.sql"), new { plan, fence = Run.Fence });
        }

        await session.DisposeAsync();
    }

    // A lost session is no lost lease: the row is still this run's until somebody takes it, and then its fence tells.
    private async Task<bool> Renew(CancellationToken stop)
    {
        for (var held = session.State == ConnectionState.Open; ; held = false)
        {
            try
            {
                var began = clock.GetTimestamp();
                var renewal = await TryRenew(held, stop);
                if (renewal is { } ours)
                {
                    renewed = began;
                    return ours;
                }
            }
            catch (NpgsqlException)
            {
            }

            if (clock.GetElapsedTime(renewed) >= TimeSpan.FromSeconds(Seconds))
            {
                return false;
            }

            if (!held)
            {
                await Task.Delay(Pause, clock, stop);
            }
        }
    }

    // Null: the row is this run's, but the lock is in another session's hand, which may be our old one's for a while.
    private async Task<bool?> TryRenew(bool held, CancellationToken stop)
    {
        if (!held)
        {
            await session.DisposeAsync();
            session = await target.OpenConnectionAsync(stop);
            if (!await session.ExecuteScalarAsync<bool>(SqlText.Of("Runs/TryLockPlan.sql"), new { plan }))
            {
                return await session.ExecuteScalarAsync<bool>(SqlText.Of("Runs/IsLeaseOf.sql"), new { plan, fence = Run.Fence }) ? null : false;
            }
        }

        return await session.ExecuteAsync(SqlText.Of("Runs/RenewLease.sql"), new { plan, fence = Run.Fence, seconds = Seconds }) > 0;
    }
}
