using CrmMigration.Reconcile;

namespace CrmMigration.Replay;

/// <summary>How a replay ended.</summary>
/// <param name="Verdict">The run's, after it.</param>
public sealed record ReplayOutcome(Verdict Verdict);
