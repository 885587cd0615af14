using CrmMigration.Reconcile;

namespace CrmMigration.Http.Shapes;

/// <summary>Source rows by fate, so far.</summary>
internal sealed record RowCounts(long Read, long Created, long Updated, long Unchanged, long Merged, long Rejected, long Skipped, long Conflicts, long Deleted)
{
    public static RowCounts Of(FateCounts counts) =>
        new(counts.Read, counts.Created, counts.Updated, counts.Unchanged, counts.Merged, counts.Rejected, counts.Skipped, counts.Conflicts, counts.Deleted);
}
