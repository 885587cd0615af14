using System.Diagnostics.Metrics;
using CrmMigration.Flow;
using CrmMigration.Runs;

namespace CrmMigration.Telemetry;

/// <summary>The instruments of the engine. Their attributes are names of the plan and states; a run's id would make a new series of each run.</summary>
internal static class RunMetrics
{
    private static readonly Meter Meter = new(TelemetryNames.Source);

    private static readonly Counter<long> RowsByFate = Meter.CreateCounter<long>(
        "crm_migration.rows", "{row}", "Source rows of runs by fate, counted once, when their entity is reconciled.");

    private static readonly UpDownCounter<long> PartitionsAtWork = Meter.CreateUpDownCounter<long>(
        "crm_migration.partitions.at_work", "{partition}", "Partitions and buckets that a step is at work on in this process.");

    private static readonly Counter<long> RetryCount = Meter.CreateCounter<long>(
        "crm_migration.retries", "{try}", "Tries of steps that met a fault that may pass.");

    private static readonly Histogram<double> StepDuration = Meter.CreateHistogram<double>(
        "crm_migration.step.duration", "s", "How long a try of a step took.", tags: null, new() { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300] });

    private static readonly Gauge<double> SyncLag = Meter.CreateGauge<double>(
        "crm_migration.sync.lag", "s", "Age of what the target holds: time since the start of the plan's last reconciled run.");

    private static readonly Gauge<double> FoundSyncLag = Meter.CreateGauge<double>(
        "crm_migration.sync.found_lag", "s", "How old the oldest change was that a pass of the sync found.");

    static RunMetrics() => Meter.CreateObservableGauge(
        "crm_migration.rows.rate", Rate.Look, "{row}/s", "Rows a second that this process reads and moves.");

    public static RowRate Rate { get; } = new(TimeProvider.System);

    /// <summary>Whether anybody counts rows by fate; if not, the books need not be asked.</summary>
    public static bool FatesAreWanted => RowsByFate.Enabled;

    public static void Rows(string plan, string entity, string fate, long rows) => RowsByFate.Add(rows, new("plan", plan), new("entity", entity), new("fate", fate));

    /// <summary>One more at work, or one less.</summary>
    public static void AtWork(StepPlace place, int change)
    {
        if (place.Partition is not null)
        {
            PartitionsAtWork.Add(change, new KeyValuePair<string, object?>("entity", place.Entity));
        }
    }

    public static void Tried(string step, StepPlace place, StepOutcome outcome, TimeSpan duration)
    {
        StepDuration.Record(duration.TotalSeconds, new("step", step), new("entity", place.Entity));
        if (outcome == StepOutcome.MayPass)
        {
            RetryCount.Add(1, new("step", step), new("entity", place.Entity));
        }
    }

    /// <summary>Whether anybody wants to know what passes find of their lag.</summary>
    public static bool FoundLagIsWanted => FoundSyncLag.Enabled;

    public static void FoundLag(string plan, FoundLag lag) => FoundSyncLag.Record(lag.Seconds, new("plan", plan), new("exact", lag.IsExact));

    public static void Lag(string plan, TimeSpan age) => SyncLag.Record(age.TotalSeconds, new KeyValuePair<string, object?>("plan", plan));
}
