namespace CrmMigration.Reconcile;

/// <summary>Some of a run's rejected rows, by entity and key.</summary>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record RejectPage(IReadOnlyList<RejectedRow> Rows, RejectCursor? Next);
