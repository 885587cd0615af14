using CrmMigration.Flow;
using CrmMigration.Reconcile;
using CrmMigration.Runs;

namespace CrmMigration.Cli.Runner;

/// <summary>Runs a migration's flow in this process: the embedded default, with nothing to install.</summary>
public static class InProcessRunner
{
    /// <summary>Runs a run that was begun to its end and returns the reconciliation; the caller disposes it.</summary>
    /// <exception cref="StepFailedException">A step failed for good; the run is marked failed and can be resumed.</exception>
    /// <exception cref="RunAskedToStopException">The run was asked from outside to pause or to end.</exception>
    /// <exception cref="OperationCanceledException">Stopped on request; what was in hand was rolled back, and the run can be resumed.</exception>
    public static Task<RunReport> Finish(MigrationRun run, CancellationToken cancellation) => Follow(run, Flows.Migrate, run.Stop, cancellation);

    /// <summary>Runs a replay that was begun to its end and returns the reconciliation; the caller disposes it.</summary>
    /// <exception cref="StepFailedException">A step failed for good; what was done by then stands, and a new replay goes on from there.</exception>
    /// <exception cref="OperationCanceledException">Stopped on request, as when it fails.</exception>
    public static Task<RunReport> Replay(MigrationRun run, CancellationToken cancellation) => Follow(run, ReplayFlows.Replay, run.StopReplay, cancellation);

    /// <summary>Withdraws a run to the end of that and returns its reconciliation, as of before; the caller disposes it.</summary>
    /// <exception cref="StepFailedException">A step failed for good; what was undone by then stays undone, and a new withdrawal goes on from there.</exception>
    /// <exception cref="OperationCanceledException">Stopped on request, as when it fails.</exception>
    public static Task<RunReport> Withdraw(MigrationRun run, CancellationToken cancellation) => Follow(run, WithdrawFlows.Withdraw, run.StopWithdrawal, cancellation);

    private static async Task<RunReport> Follow<TOutput>(MigrationRun run, ChildFlow<RunRef, TOutput> flow, Func<Task> stopped, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, run.LeaseLost);
        var port = new InProcessPort(run, stop, cancellation);
        try
        {
            var answer = await port.Answer(flow, run.Ref);
            await port.Settle();
            return answer.Outcome switch
            {
                StepOutcome.Done => await run.Report(CancellationToken.None),
                StepOutcome.Failed => throw new StepFailedException(answer.Reason!),
                StepOutcome.LeaseLost => throw new LeaseLostException(run.Ref.RunId),
                _ => throw new RunAskedToStopException(answer.Outcome),
            };
        }
        catch (OperationCanceledException)
        {
            await port.Settle();
            if (run.LeaseLost.IsCancellationRequested)
            {
                throw new LeaseLostException(run.Ref.RunId);
            }

            await stopped();
            throw;
        }
    }
}
