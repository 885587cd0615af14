namespace CrmMigration.Reconcile;

/// <summary>When a phase of an entity (partition, scan, match, publish, complete, reconcile) ran; wall clock, from its first step's start to its last step's end.</summary>
public sealed record PhaseTiming(string Phase, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, long Rows);
