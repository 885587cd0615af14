using CrmMigration.Flow;
using CrmMigration.Reconcile;
using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>A run in this process's hands: it holds the plan's lease and can run steps. Disposing it frees the lease and the connections.</summary>
public sealed class MigrationRun : IAsyncDisposable
{
    private readonly Lease lease;
    private readonly RunContext context;
    private readonly StepTable steps;

    internal MigrationRun(Lease lease, RunContext context, int parallel)
    {
        this.lease = lease;
        this.context = context;
        steps = new(context);
        Parallel = parallel;
    }

    public RunRef Ref => lease.Run;

    /// <summary>How many partitions are to be at work at once.</summary>
    public int Parallel { get; }

    /// <summary>Cancelled when another process has taken the run over.</summary>
    public CancellationToken LeaseLost => lease.Lost;

    /// <summary>
    /// Runs one step. Retrying is the host's business, by <see cref="MayPass"/>, but for one case: a server that refuses a new session, when
    /// the password was rotated meanwhile.
    /// </summary>
    public Task<TOutput> Run<TInput, TOutput>(Step<TInput, TOutput> step, TInput input, CancellationToken cancellation)
        where TInput : notnull => context.Databases.TryRenewed(() => steps.Run(step, input, cancellation), cancellation);

    /// <summary>Whether a fault of a step may pass by itself, so that trying again makes sense.</summary>
    public static bool MayPass(Exception fault) => fault.IsTransient();

    /// <summary>How often a step is tried in all before the run fails.</summary>
    public static int Tries => TransientFault.Tries;

    /// <summary>The pause before the next try.</summary>
    public static TimeSpan Pause(int attempt) => TransientFault.Pause(attempt);

    /// <summary>Enters in the books that the run stopped before its end: on request, or by a fault. Not if another process holds it by now.</summary>
    /// <param name="failure">One sentence without personal values; null for a stop on request.</param>
    public async Task Stop(string? failure)
    {
        await using var target = await Target(CancellationToken.None);
        await target.ExecuteAsync(
            SqlText.Of("Runs/StopRun.sql"), new { runId = Ref.RunId, Ref.Fence, state = failure is null ? "stopped" : "failed", failure });
    }

    /// <summary>The reconciliation as it stands.</summary>
    public async Task<RunReport> Report(CancellationToken cancellation)
    {
        await using var target = await Target(cancellation);
        return (await ReportReader.Read(target, Ref.RunId))!;
    }

    public async ValueTask DisposeAsync()
    {
        await lease.DisposeAsync();
        await context.Databases.DisposeAsync();
    }

    private Task<NpgsqlConnection> Target(CancellationToken cancellation) =>
        context.Databases.TryRenewed(async () => await context.Target.OpenConnectionAsync(cancellation), cancellation);
}
