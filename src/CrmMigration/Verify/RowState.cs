namespace CrmMigration.Verify;

/// <summary>What a comparison by value tells of a row that was asked for.</summary>
internal enum RowState
{
    /// <summary>The target holds what the plan makes of it.</summary>
    Equal,

    /// <summary>It stands for a row of the target that is made of another in the first place, and is there.</summary>
    Merged,

    Rejected,

    Skipped,

    /// <summary>It, or one that it is merged with, changed in the source since the last pass, and has not been brought over yet.</summary>
    Changed,

    Differing,

    Missing,

    /// <summary>It has left the source, and is still in the target.</summary>
    Extra,

    /// <summary>It is in neither of both.</summary>
    Gone,
}
