using System.Collections.Concurrent;
using System.Diagnostics;
using CrmMigration.Flow;
using CrmMigration.Reconcile;
using CrmMigration.Replay;
using CrmMigration.Runs;
using CrmMigration.Withdraw;
using Microsoft.Extensions.Logging;

namespace CrmMigration.Telemetry;

/// <summary>
/// Tells of every try of a step, as a span, in the log and in metrics. It stands where a process runs a step, never in flow code, which
/// is replayed.
/// </summary>
internal sealed class StepWatch(ILogger log)
{
    // When a partition's step was tried first, as long as it is to be tried again.
    private readonly ConcurrentDictionary<(StepPlace Place, string Step), DateTimeOffset> firstTries = new();

    public ILogger Log => log;

    public async Task<StepAnswer<TOutput>> Follow<TInput, TOutput>(Step<TInput, TOutput> step, TInput input, Func<Task<StepAnswer<TOutput>>> answer)
        where TInput : notnull
    {
        var place = StepPlace.Of(input);
        var (began, clock) = (DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());
        StepOutcome? outcome = null;
        RunMetrics.AtWork(place, +1);
        log.StepBegan(place.Run.RunId, step.Name, place.Entity, place.Partition);
        try
        {
            using var span = Spans.BeginStep(step.Name, place);
            var given = await answer();
            outcome = given.Outcome;
            span?.End(given);
            Tell(step.Name, place, given, Stopwatch.GetElapsedTime(clock));
            if (place.Run.Rehearses)
            {
                TellRehearsal(input, given);
            }
            else
            {
                TellRun(step.Name, input, given);
            }

            return given;
        }
        finally
        {
            RunMetrics.AtWork(place, -1);
            EndPartition((place, step.Name), began, outcome);
            if (step.EndsRun && outcome != StepOutcome.MayPass)
            {
                EndAbandoned(place.Run);
            }
        }
    }

    private void Tell<T>(string step, StepPlace place, StepAnswer<T> given, TimeSpan duration)
    {
        var run = place.Run.RunId;
        RunMetrics.Tried(step, place, given.Outcome, duration);
        log.StepEnded(run, step, place.Entity, place.Partition, given.Outcome, (given.Value as StepCounts)?.Rows, duration.TotalSeconds);
        switch (given.Outcome)
        {
            case StepOutcome.MayPass:
                log.StepMayPass(run, step, given.Reason);
                break;
            case StepOutcome.Failed:
                log.StepFailed(run, step, given.Reason);
                break;
            case StepOutcome.LeaseLost:
                log.LeaseLost(run, step);
                break;
        }
    }

    // A run that failed is told of even where its books could not be, unless another process answers for it by now.
    private void TellRun<T>(string step, object input, StepAnswer<T> given)
    {
        switch (input, given.Value)
        {
            case (RunRef run, PreparedRun prepared):
                log.RunBegan(run.RunId, prepared.Entities.Count);
                break;
            case (RunRef run, RunOutcome { Verdict: Verdict.Reconciled }):
                log.RunReconciled(run.RunId);
                break;
            case (RunRef run, RunOutcome):
                log.NotReconciled(run.RunId);
                break;
            case (RunRef run, PreparedReplay prepared):
                log.ReplayBegan(run.RunId, prepared.Entities.Count);
                break;
            case (RunRef run, ReplayOutcome { Verdict: Verdict.Reconciled }):
                log.ReplayReconciled(run.RunId);
                break;
            case (RunRef run, ReplayOutcome):
                log.NotReconciled(run.RunId);
                break;
            case (RunEnd end, _) when step == nameof(Steps.StopReplay):
                log.ReplayFailed(end.Run.RunId, end.Failure);
                break;
            case (RunRef run, PreparedWithdrawal prepared):
                log.WithdrawalBegan(run.RunId, prepared.Entities.Count);
                break;
            case (RunRef run, WithdrawalOutcome outcome):
                log.WithdrawalEnded(run.RunId, outcome.Kept);
                break;
            case (RunEnd end, _) when step == nameof(Steps.StopWithdrawal):
                log.WithdrawalFailed(end.Run.RunId, end.Failure);
                break;
            case (RunEnd { Outcome: StepOutcome.Failed } end, _) when given.Outcome != StepOutcome.LeaseLost:
                log.RunFailed(end.Run.RunId, end.Failure);
                break;
            case (RunEnd end, { }):
                log.RunStopped(end.Run.RunId, end.Outcome == StepOutcome.Cancelled ? "cancelled" : "paused");
                break;
        }
    }

    // Nobody is to be woken because of a rehearsal.
    private void TellRehearsal<T>(object input, StepAnswer<T> given)
    {
        switch (input, given.Value)
        {
            case (RunRef run, PreparedRun prepared):
                log.RehearsalBegan(run.RunId, prepared.Entities.Count);
                break;
            case (RunRef run, RunOutcome outcome):
                log.RehearsalEnded(run.RunId, outcome.Verdict == Verdict.Reconciled ? "would reconcile" : "would not reconcile");
                break;
            case (RunEnd { Outcome: StepOutcome.Failed } end, _) when given.Outcome != StepOutcome.LeaseLost:
                log.RehearsalFailed(end.Run.RunId, end.Failure);
                break;
            case (RunEnd end, { }):
                log.RunStopped(end.Run.RunId, end.Outcome == StepOutcome.Cancelled ? "cancelled" : "paused");
                break;
        }
    }

    private void EndPartition((StepPlace Place, string Step) partition, DateTimeOffset began, StepOutcome? outcome)
    {
        if (partition.Place.Partition is null || !Spans.AreWanted)
        {
            return;
        }

        if (outcome == StepOutcome.MayPass)
        {
            firstTries.TryAdd(partition, began);
        }
        else
        {
            Spans.Partition(partition.Place, partition.Step, firstTries.TryRemove(partition, out var first) ? first : began, outcome);
        }
    }

    // Their tries were used up, or the run ended before the next one.
    private void EndAbandoned(RunRef run)
    {
        foreach (var (partition, began) in firstTries.Where(one => one.Key.Place.Run == run))
        {
            firstTries.TryRemove(partition, out _);
            Spans.Partition(partition.Place, partition.Step, began, StepOutcome.Failed);
        }
    }
}
