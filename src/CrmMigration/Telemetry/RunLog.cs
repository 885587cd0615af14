using CrmMigration.Flow;
using Microsoft.Extensions.Logging;

namespace CrmMigration.Telemetry;

/// <summary>Every log record of the engine. They carry names of the plan, counts, states and the sentences of steps; none takes an exception, which may quote a row.</summary>
internal static partial class RunLog
{
    [LoggerMessage(1, LogLevel.Information, "Run {Run} is at work on {Entities} entities.", EventName = "CrmMigration.RunBegan")]
    public static partial void RunBegan(this ILogger log, string run, int entities);

    [LoggerMessage(2, LogLevel.Debug, "Run {Run}: {Step} begins on entity {Entity}, partition {Partition}.", EventName = "CrmMigration.StepBegan")]
    public static partial void StepBegan(this ILogger log, string run, string step, string? entity, int? partition);

    [LoggerMessage(3, LogLevel.Debug, "Run {Run}: {Step} on entity {Entity}, partition {Partition}: {Outcome}, {Rows} rows, {Seconds} s.", EventName = "CrmMigration.StepEnded")]
    public static partial void StepEnded(this ILogger log, string run, string step, string? entity, int? partition, StepOutcome outcome, long? rows, double seconds);

    [LoggerMessage(4, LogLevel.Warning, "Run {Run}: {Step} met a fault that may pass: {Reason}", EventName = "CrmMigration.StepMayPass")]
    public static partial void StepMayPass(this ILogger log, string run, string step, string? reason);

    [LoggerMessage(5, LogLevel.Error, "Run {Run}: {Step} cannot be done: {Reason}", EventName = "CrmMigration.StepFailed")]
    public static partial void StepFailed(this ILogger log, string run, string step, string? reason);

    [LoggerMessage(6, LogLevel.Warning, "Run {Run}: another process holds it by now; {Step} committed nothing.", EventName = "CrmMigration.LeaseLost")]
    public static partial void LeaseLost(this ILogger log, string run, string step);

    [LoggerMessage(7, LogLevel.Information, "Run {Run}: entity {Entity} is done: {Fates}.", EventName = "CrmMigration.EntityEnded")]
    public static partial void EntityEnded(this ILogger log, string run, string entity, string fates);

    [LoggerMessage(8, LogLevel.Information, "Run {Run} is reconciled.", EventName = "CrmMigration.RunReconciled")]
    public static partial void RunReconciled(this ILogger log, string run);

    [LoggerMessage(9, LogLevel.Error, "Run {Run} does not reconcile; its report has the findings.", EventName = "CrmMigration.NotReconciled")]
    public static partial void NotReconciled(this ILogger log, string run);

    [LoggerMessage(10, LogLevel.Error, "Run {Run} failed: {Reason}", EventName = "CrmMigration.RunFailed")]
    public static partial void RunFailed(this ILogger log, string run, string? reason);

    [LoggerMessage(11, LogLevel.Information, "Run {Run} was {State} on request.", EventName = "CrmMigration.RunStopped")]
    public static partial void RunStopped(this ILogger log, string run, string state);

    [LoggerMessage(12, LogLevel.Information, "Run {Run}: rejected rows of {Entities} entities are replayed.", EventName = "CrmMigration.ReplayBegan")]
    public static partial void ReplayBegan(this ILogger log, string run, int entities);

    [LoggerMessage(13, LogLevel.Information, "Run {Run}: the replay of rejected rows has ended; the run is reconciled.", EventName = "CrmMigration.ReplayReconciled")]
    public static partial void ReplayReconciled(this ILogger log, string run);

    [LoggerMessage(14, LogLevel.Error, "Run {Run}: the replay of rejected rows failed: {Reason}", EventName = "CrmMigration.ReplayFailed")]
    public static partial void ReplayFailed(this ILogger log, string run, string? reason);

    [LoggerMessage(15, LogLevel.Information, "Run {Run}: the replay of rejected rows was stopped on request.", EventName = "CrmMigration.ReplayStopped")]
    public static partial void ReplayStopped(this ILogger log, string run);

    [LoggerMessage(19, LogLevel.Information, "Run {Run}: its rows of {Entities} entities are withdrawn.", EventName = "CrmMigration.WithdrawalBegan")]
    public static partial void WithdrawalBegan(this ILogger log, string run, int entities);

    [LoggerMessage(20, LogLevel.Information, "Run {Run} is withdrawn, but for {Kept} rows that stay as they are.", EventName = "CrmMigration.WithdrawalEnded")]
    public static partial void WithdrawalEnded(this ILogger log, string run, long kept);

    [LoggerMessage(21, LogLevel.Error, "Run {Run}: its withdrawal failed: {Reason}", EventName = "CrmMigration.WithdrawalFailed")]
    public static partial void WithdrawalFailed(this ILogger log, string run, string? reason);

    [LoggerMessage(22, LogLevel.Information, "Run {Run}: its withdrawal was stopped on request.", EventName = "CrmMigration.WithdrawalStopped")]
    public static partial void WithdrawalStopped(this ILogger log, string run);

    [LoggerMessage(16, LogLevel.Information, "Rehearsal {Run} is at work on {Entities} entities.", EventName = "CrmMigration.RehearsalBegan")]
    public static partial void RehearsalBegan(this ILogger log, string run, int entities);

    [LoggerMessage(17, LogLevel.Information, "Rehearsal {Run} has ended: a run {Verdict}.", EventName = "CrmMigration.RehearsalEnded")]
    public static partial void RehearsalEnded(this ILogger log, string run, string verdict);

    [LoggerMessage(18, LogLevel.Warning, "Rehearsal {Run} failed: {Reason}", EventName = "CrmMigration.RehearsalFailed")]
    public static partial void RehearsalFailed(this ILogger log, string run, string? reason);
}
