namespace CrmMigration.Rehearse;

/// <summary>What a sample shows.</summary>
public enum SampleKind
{
    /// <summary>A value because of which the row would be rejected.</summary>
    Rejected,

    /// <summary>A value that would lose something.</summary>
    Corrected,

    /// <summary>A value of a row that would be new in the target.</summary>
    Created,

    /// <summary>A value of the target that another one would be written over.</summary>
    Updated,
}
