namespace CrmMigration.Reconcile;

/// <summary>All that speaks for or against an entity.</summary>
internal sealed record Evidence(Books Books, Contents Contents, IReadOnlyList<string> DifferingTotals, SourceDrift Drift);
