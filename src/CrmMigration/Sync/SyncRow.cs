using CrmMigration.Source;

namespace CrmMigration.Sync;

/// <summary>A row of the source that a batch looks at: it changed, or stands for a row of the target together with one that did.</summary>
/// <param name="Gone">It has left the source.</param>
/// <param name="Status">What its link says; null for a row that is new.</param>
/// <param name="Target">The key in the target of the row that it stands for; null for none.</param>
/// <param name="Hash">Of that row as it was written last; null where somebody changed it before the sync knew.</param>
internal sealed record SyncRow(RowId Id, bool Changed, bool Gone, string Cluster, string? Status, SourceKey? Target, long? Hash)
{
    /// <summary>The target's row under <see cref="Target"/> is made of it in the first place; others only fill its gaps.</summary>
    public bool Leads => Status == "migrated" || (Status == "left" && Target is not null);
}
