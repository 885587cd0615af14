namespace CrmMigration.Profile.Trials;

/// <summary>What a rule would do.</summary>
public enum TrialFate
{
    /// <summary>The row would not arrive.</summary>
    Rejected,

    /// <summary>The row would be left out by a condition of the plan.</summary>
    Skipped,

    /// <summary>The row would arrive without the value.</summary>
    Cleared,

    /// <summary>The value would arrive without a part of it, or otherwise than it was.</summary>
    Corrected,

    /// <summary>The value is unusable and would arrive as it is, because the plan says so.</summary>
    Kept,
}
