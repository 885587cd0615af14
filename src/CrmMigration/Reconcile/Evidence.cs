namespace CrmMigration.Reconcile;

/// <summary>All that speaks for or against an entity.</summary>
/// <param name="SharedKeys">Keys in the target that rows of several sources have.</param>
internal sealed record Evidence(Books Books, Contents Contents, IReadOnlyList<string> DifferingTotals, SourceDrift Drift, IReadOnlyList<string> SharedKeys)
{
    /// <summary>Of a sync: it is no fault when nothing of what changed arrives.</summary>
    public bool IsSync { get; init; }
}
