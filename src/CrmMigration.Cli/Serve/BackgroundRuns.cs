using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using CrmMigration.Cli.Runner;
using CrmMigration.Http;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using CrmMigration.Runs;

namespace CrmMigration.Cli.Serve;

/// <summary>Runs migrations in this process, beside the calls that start them. How one ended is told on stderr and stands in its books.</summary>
/// <param name="stop">Stops all of them; they can be resumed.</param>
internal sealed class BackgroundRuns(Surroundings surroundings, CancellationToken stop) : IRunHost
{
    private readonly ConcurrentDictionary<string, Task> atWork = new();

    /// <summary>Whether the stop took a run from its work.</summary>
    public bool StoppedOne { get; private set; }

    public async Task Start(MigrationPlan plan, RunOptions options, CancellationToken cancellation)
    {
        var run = await surroundings.Engine.Begin(plan, options, new(), cancellation);
        surroundings.Say($"run {run.Ref.RunId}: at work");
        Follow(run, "resume", InProcessRunner.Finish);
    }

    public Task Resume(string runId, MigrationPlan plan, CancellationToken cancellation) => Start(plan, new() { RunId = runId }, cancellation);

    public async Task Replay(MigrationPlan plan, ReplayOptions options, CancellationToken cancellation)
    {
        var run = await surroundings.Engine.BeginReplay(plan, options, new(), cancellation);
        surroundings.Say($"run {run.Ref.RunId}: rejected rows are replayed");
        Follow(run, "replay", InProcessRunner.Replay);
    }

    public async Task Withdraw(MigrationPlan plan, WithdrawOptions options, CancellationToken cancellation)
    {
        var run = await surroundings.Engine.BeginWithdrawal(plan, options, new(), cancellation);
        surroundings.Say($"run {run.Ref.RunId}: is withdrawn");
        Follow(run, "withdraw", InProcessRunner.Withdraw);
    }

    /// <summary>Returns when no run is at work any more.</summary>
    public Task Settle() => Task.WhenAll(atWork.Values);

    private void Follow(MigrationRun run, string carriesOn, Func<MigrationRun, CancellationToken, Task<RunReport>> finish)
    {
        var work = Task.Run(() => Finish(run, carriesOn, finish), CancellationToken.None);
        atWork[run.Ref.RunId] = work;
        _ = work.ContinueWith(ended => atWork.TryRemove(new(run.Ref.RunId, ended)), TaskScheduler.Default);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of a run without a caller: what it does not know is a bug, told as one.")]
    private async Task Finish(MigrationRun run, string carriesOn, Func<MigrationRun, CancellationToken, Task<RunReport>> finish)
    {
        var id = run.Ref.RunId;
        try
        {
            await using (run)
            {
                var report = await finish(run, stop);
                string[] words = [$"{VerdictWords.Name(report)}. {VerdictWords.Meaning(report)}", .. report.Remarks];
                surroundings.Say($"run {id}: {string.Join(" ", words)}");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            StoppedOne = true;
            surroundings.Say($"run {id}: stopped; nothing half-written. Carry on with: crm-migrate {carriesOn} {id}");
        }
        catch (RunAskedToStopException asked)
        {
            surroundings.Say($"run {id}: {asked.Message}");
        }
        catch (Exception fault)
        {
            // A command that is cut off in the middle can end as something else than a cancellation.
            StoppedOne |= stop.IsCancellationRequested;
            surroundings.Say($"run {id}: {FaultWords.Describe(fault)}");
        }
    }
}
