using CrmMigration.Azure;
using CrmMigration.Functions.Orchestrations;
using CrmMigration.Sync;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CrmMigration.Functions.Triggers;

/// <summary>Starts the incremental sync by the clock, and logs whether it did, and why if not.</summary>
public sealed class IncrementalSync(ScheduledSync sync, MigrationEngine engine, AppSettings settings, ILogger<IncrementalSync> log)
{
    private static readonly Dictionary<SyncStartState, Action<ILogger, string, bool, Exception?>> Tell = new()
    {
        [SyncStartState.Started] = LoggerMessage.Define<string, bool>(LogLevel.Information, new(1, "SyncStarted"), "{Sentence} Past due: {PastDue}."),
        [SyncStartState.NotYet] = LoggerMessage.Define<string, bool>(LogLevel.Information, new(2, "SyncNotYet"), "{Sentence} Past due: {PastDue}."),
        [SyncStartState.Refused] = LoggerMessage.Define<string, bool>(LogLevel.Warning, new(3, "SyncRefused"), "{Sentence} Past due: {PastDue}."),
    };

    [Function(nameof(IncrementalSync))]
    public async Task Start(
        [TimerTrigger("%IncrementalSyncSchedule%", RunOnStartup = false)] TimerInfo timer, [DurableClient] DurableTaskClient client, FunctionContext context)
    {
        var runs = new DurableRuns(engine, new DurableInstances(client, settings.Window));
        var start = await sync.Start(runs.Start, context.CancellationToken);
        Tell[start.State](log, start.Sentence, timer.IsPastDue, null);
    }
}
