using CrmMigration.Reconcile;

namespace CrmMigration.Http.Shapes;

/// <summary>A page of rejected rows.</summary>
/// <param name="Next">The address of the next page; null at the last.</param>
internal sealed record RejectList(IReadOnlyList<RejectedRow> Rejects, string? Next);
