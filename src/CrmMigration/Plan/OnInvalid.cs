namespace CrmMigration.Plan;

/// <summary>What becomes of a value that a transform finds unusable.</summary>
public enum OnInvalid
{
    /// <summary>The value becomes NULL, which the next transform of the field may fill; recorded as a correction.</summary>
    Clear,

    /// <summary>The row is rejected with the transform's rule.</summary>
    Reject,

    /// <summary>The value stays as it came, whatever the transforms before made of it; recorded as a correction.</summary>
    Keep,
}
