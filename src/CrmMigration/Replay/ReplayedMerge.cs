namespace CrmMigration.Replay;

/// <summary>A row that a replay takes, and what it is one with.</summary>
/// <param name="Cluster">Rows of one cluster are one.</param>
/// <param name="Survivor">The row of the target that they all join; null where there is none yet.</param>
internal sealed record ReplayedMerge(ReplayedRow Row, int Cluster, StandingRow? Survivor);
