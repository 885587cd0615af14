using System.Diagnostics.CodeAnalysis;
using CrmMigration.Flow;
using CrmMigration.Reconcile;
using CrmMigration.Telemetry;
using CrmMigration.Withdraw;
using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>A run in this process's hands: it holds the plan's lease and can run steps. Disposing it frees the lease and the connections.</summary>
public sealed class MigrationRun : IAsyncDisposable
{
    private readonly ILease lease;
    private readonly RunContext context;
    private readonly StepTable steps;
    private readonly StepWatch watch;
    private readonly RunWatch books;

    internal MigrationRun(ILease lease, RunContext context, int parallel, StepWatch watch)
    {
        this.lease = lease;
        this.context = context;
        this.watch = watch;
        books = new(context, lease.Run, watch.Log);
        steps = new(context);
        Parallel = parallel;
        RunMetrics.Rate.Follow(context.Progress);
    }

    public RunRef Ref => lease.Run with { Rehearses = IsRehearsal };

    public bool IsRehearsal => context.IsRehearsal;

    /// <summary>Only what changed is brought over.</summary>
    public bool IsIncremental => context.IsIncremental;

    /// <summary>A last pass, everything compared, and a verdict.</summary>
    public bool IsCutover => context.IsCutover;

    /// <summary>Sources and target are compared.</summary>
    public bool IsVerification => context.IsVerification;

    /// <summary>How many partitions are to be at work at once.</summary>
    public int Parallel { get; }

    /// <summary>Cancelled when another process has taken the run over.</summary>
    public CancellationToken LeaseLost => lease.Lost;

    /// <summary>
    /// Runs one step, once; its faults come through. But for one case: a server that refuses a new session, when the password was rotated
    /// meanwhile.
    /// </summary>
    public Task<TOutput> Run<TInput, TOutput>(Step<TInput, TOutput> step, TInput input, CancellationToken cancellation)
        where TInput : notnull => context.Databases.TryRenewed(() => steps.Run(step, input, cancellation), cancellation);

    /// <summary>
    /// Runs one step, once, and answers with a value however it ends; only a cancellation comes through as an exception. A step at work is
    /// broken off when the lease is lost, unless it ends the run.
    /// </summary>
    public Task<StepAnswer<TOutput>> Answer<TInput, TOutput>(Step<TInput, TOutput> step, TInput input, CancellationToken cancellation)
        where TInput : notnull => watch.Follow(step, input, () => AnswerUnwatched(step, input, cancellation));

    /// <summary>The same, where somebody else watches.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The edge of a step: what it does not know is a bug, told as one.")]
    internal async Task<StepAnswer<TOutput>> AnswerUnwatched<TInput, TOutput>(Step<TInput, TOutput> step, TInput input, CancellationToken cancellation)
        where TInput : notnull
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellation, LeaseLost);
        var stop = step.EndsRun ? cancellation : lost.Token;
        try
        {
            if (!step.EndsRun && await context.Databases.TryRenewed(() => context.Requested(stop), stop) is { } request)
            {
                return new(request == RunRequest.Pause ? StepOutcome.Paused : StepOutcome.Cancelled);
            }

            var output = await Run(step, input, stop);
            await books.Done(step.Name, input, output);
            return new(StepOutcome.Done, output);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return StepFault.Answer<TOutput>(step.Name, input, LeaseLost.IsCancellationRequested ? new LeaseLostException(Ref.RunId) : fault);
        }
    }

    /// <summary>Enters in the books that this process stopped before the run's end. Not if another process holds it by now.</summary>
    public async Task Stop()
    {
        await using var target = await Target(CancellationToken.None);
        await target.ExecuteAsync(
            SqlText.Of("Runs/StopRun.sql"), new { runId = Ref.RunId, Ref.Fence, state = "stopped", failure = (string?)null });
        await books.RunEnded("stopped");
        watch.Log.RunStopped(Ref.RunId, "stopped");
    }

    /// <summary>The same for a replay: what it has done by then stands, and the run is what it was.</summary>
    public async Task StopReplay()
    {
        await using var target = await Target(CancellationToken.None);
        await target.ExecuteAsync(SqlText.Of("Replay/EndReplay.sql"), new { Ref.RunId, Ref.Fence, state = "stopped", failure = (string?)null });
        watch.Log.ReplayStopped(Ref.RunId);
    }

    /// <summary>The same for a withdrawal: what it has undone by then stays undone.</summary>
    public async Task StopWithdrawal()
    {
        await using var target = await Target(CancellationToken.None);
        await target.ExecuteAsync(SqlText.Of("Withdraw/StopWithdrawal.sql"), new { Ref.RunId, Ref.Fence, state = "stopped", failure = (string?)null });
        watch.Log.WithdrawalStopped(Ref.RunId);
    }

    /// <summary>The withdrawal as it stands.</summary>
    public async Task<Withdrawal> Withdrawal(CancellationToken cancellation)
    {
        await using var target = await Target(cancellation);
        return (await Withdraw.Withdrawal.Read(target, Ref.RunId))!;
    }

    /// <summary>The reconciliation as it stands.</summary>
    public async Task<RunReport> Report(CancellationToken cancellation)
    {
        await using var target = await Target(cancellation);
        return (await ReportReader.Read(target, Ref.RunId))!;
    }

    public async ValueTask DisposeAsync()
    {
        RunMetrics.Rate.Leave(context.Progress);
        await lease.DisposeAsync();
        await context.Databases.DisposeAsync();
    }

    private Task<NpgsqlConnection> Target(CancellationToken cancellation) =>
        context.Databases.TryRenewed(async () => await context.Target.OpenConnectionAsync(cancellation), cancellation);
}
