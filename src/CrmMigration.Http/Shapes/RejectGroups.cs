using CrmMigration.Reconcile;

namespace CrmMigration.Http.Shapes;

/// <summary>Rejected rows by rule.</summary>
internal sealed record RejectGroups(IReadOnlyList<RejectGroup> Groups);
