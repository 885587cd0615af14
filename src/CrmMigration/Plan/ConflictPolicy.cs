namespace CrmMigration.Plan;

/// <summary>Who wins where a row changed in the source, and its row in the target was changed by somebody else.</summary>
public enum ConflictPolicy
{
    /// <summary>Nobody: the target's row stays, and people are told.</summary>
    Review,

    /// <summary>The source: the target's row is written over.</summary>
    Source,

    /// <summary>The target: its row stays.</summary>
    Target,
}
