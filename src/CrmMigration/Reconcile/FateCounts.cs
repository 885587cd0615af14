namespace CrmMigration.Reconcile;

/// <summary>How many source rows met which fate. Every row that was read has exactly one.</summary>
public readonly record struct FateCounts(long Read, long Created, long Updated, long Unchanged, long Merged, long Rejected, long Skipped)
{
    /// <summary>In a sync: both sides changed the row, and the target's stays.</summary>
    public long Conflicts { get; init; }

    /// <summary>In a sync: the row has left the source.</summary>
    public long Deleted { get; init; }

    public long Accounted => Created + Updated + Unchanged + Merged + Rejected + Skipped + Conflicts + Deleted;

    /// <summary>The identity: read = created + updated + unchanged + merged + rejected + skipped, and in a sync + conflicts + deleted.</summary>
    public bool AddsUp => Read == Accounted;

    public static FateCounts operator +(FateCounts left, FateCounts right) => Add(left, right);

    public static FateCounts Add(FateCounts left, FateCounts right) => new(
        left.Read + right.Read,
        left.Created + right.Created,
        left.Updated + right.Updated,
        left.Unchanged + right.Unchanged,
        left.Merged + right.Merged,
        left.Rejected + right.Rejected,
        left.Skipped + right.Skipped)
    {
        Conflicts = left.Conflicts + right.Conflicts,
        Deleted = left.Deleted + right.Deleted,
    };
}
