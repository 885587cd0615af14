namespace CrmMigration.Reconcile;

/// <summary>What matching found. All zero for an entity without match rules.</summary>
/// <param name="Clusters">Groups of two or more source rows that are one.</param>
/// <param name="MergedRows">Rows that gave way to a survivor.</param>
/// <param name="LargestCluster">Rows in the largest group, survivor included.</param>
/// <param name="FrequentKeys">Match keys shared by too many rows, which were no evidence.</param>
/// <param name="FilledValues">Missing values of survivors that were filled from merged rows.</param>
public sealed record MergeSummary(long Clusters, long MergedRows, int LargestCluster, long FrequentKeys, long FilledValues)
{
    public static MergeSummary None { get; } = new(0, 0, 0, 0, 0);
}
