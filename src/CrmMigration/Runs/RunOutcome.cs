using CrmMigration.Reconcile;

namespace CrmMigration.Runs;

/// <summary>How a run ended.</summary>
public sealed record RunOutcome(Verdict Verdict);
