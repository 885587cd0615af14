using CrmMigration.Source;

namespace CrmMigration.Verify;

/// <summary>Where the books say that a source row is.</summary>
/// <param name="Target">Its key in the target; null where it is not there.</param>
/// <param name="Hash">Of the target's row as it was written last; null where nobody knows.</param>
/// <param name="Pending">What stood in its way lay with other rows.</param>
/// <param name="HasMembers">Others are merged into it.</param>
internal sealed record LinkRow(string Status, SourceKey? Target, long? Hash, bool Pending, bool HasMembers)
{
    /// <summary>The row of the target is made of it in the first place.</summary>
    public bool Leads => Status == "migrated";

    public bool IsMerged => Status == "merged";
}
