using CrmMigration.Flow;
using CrmMigration.Reconcile;
using CrmMigration.Replay;
using CrmMigration.Runs;
using CrmMigration.Withdraw;
using Dapper;
using Microsoft.Extensions.Logging;

namespace CrmMigration.Telemetry;

/// <summary>Tells what only the books know when an entity or a run has ended: its rows by fate, and when it began, on whichever machine. Asks them only where somebody listens.</summary>
internal sealed class RunWatch(RunContext context, RunRef run, ILogger log)
{
    private string Plan => context.Plan.Plan.Name;

    /// <summary>After a step was done.</summary>
    public Task Done<TOutput>(string step, object input, TOutput output) => (input, output) switch
    {
        (EntityRef entity, StepCounts counts) when step == Steps.ReconcileEntity.Name => EntityEnded(entity.Entity, isNews: counts.Rows > 0),
        (RunRef, RunOutcome outcome) => RunCompleted(outcome.Verdict == Verdict.Reconciled ? "reconciled" : "not-reconciled"),
        (RunRef, ReplayOutcome outcome) => RunEnded(outcome.Verdict == Verdict.Reconciled ? "reconciled" : "not-reconciled"),
        (RunRef, WithdrawalOutcome) => RunEnded("withdrawn"),
        (RunEnd end, _) => RunEnded(end.Outcome.ToString().ToLowerInvariant()),
        _ => Task.CompletedTask,
    };

    /// <summary>After the run has ended, in whichever state.</summary>
    public async Task RunEnded(string state)
    {
        if (!Spans.AreWanted)
        {
            return;
        }

        var times = await Times();
        foreach (var entity in times.Where(one => one is { Entity: not null, IsReconciled: false }))
        {
            Spans.Entity(run, entity.Entity!, entity.Began, state);
        }

        foreach (var whole in times.Where(one => one.Entity is null))
        {
            Spans.Run(run, Plan, whole.Began, state);
        }
    }

    private async Task RunCompleted(string state)
    {
        if (context.IsIncremental && RunMetrics.FoundLagIsWanted)
        {
            await using var target = await context.Target.OpenConnectionAsync();
            if (await FoundLag.Read(target, run.RunId) is { } lag)
            {
                RunMetrics.FoundLag(Plan, lag);
            }
        }

        await RunEnded(state);
    }

    // What is rehearsed is no row that has moved: whoever is alarmed by rejected rows must not hear of it.
    // An entity that was reconciled before, in a run that is carried on, has been counted then.
    private async Task EntityEnded(string entity, bool isNews)
    {
        if (isNews && (RunMetrics.FatesAreWanted || log.IsEnabled(LogLevel.Information)))
        {
            await using var target = await context.Target.OpenConnectionAsync();
            var fates = (await target.QueryAsync<(string Fate, long Rows)>(SqlText.Of("Telemetry/CountFates.sql"), new { run.RunId, entity })).ToArray();
            foreach (var (fate, rows) in context.IsRehearsal ? [] : fates)
            {
                RunMetrics.Rows(Plan, entity, fate, rows);
            }

            log.EntityEnded(run.RunId, entity, string.Join(", ", fates.Select(one => $"{one.Rows} {one.Fate}")));
        }

        if (Spans.AreWanted)
        {
            var time = (await Times()).Single(one => one.Entity == entity);
            Spans.Entity(run, entity, time.Began, time.State);
        }
    }

    private async Task<IReadOnlyList<Time>> Times()
    {
        await using var target = await context.Target.OpenConnectionAsync();
        return [.. await target.QueryAsync<Time>(SqlText.Of("Telemetry/ReadTimes.sql"), new { run.RunId, run.Fence })];
    }

    /// <param name="Entity">Null: the run.</param>
    private sealed record Time(string? Entity, string State, DateTime Began)
    {
        public bool IsReconciled => State is "reconciled" or "not-reconciled";
    }
}
