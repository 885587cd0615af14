namespace CrmMigration.Runs;

/// <summary>Another process has taken over the run, or another run the plan; this one's work was rolled back.</summary>
public sealed class LeaseLostException(string runId)
    : Exception($"Run {runId} is not held by this process any more; another one has taken its lease. What was in hand was rolled back.");
