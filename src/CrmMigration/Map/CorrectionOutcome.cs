namespace CrmMigration.Map;

/// <summary>What became of a value that a cleaner found fault with, as crm_migration.correction_sets names it.</summary>
internal enum CorrectionOutcome
{
    /// <summary>Unusable: its column became NULL, unless a default filled it.</summary>
    Cleared,

    /// <summary>Corrected, or arrived in part.</summary>
    Changed,

    /// <summary>Unusable, and written as it came, because the plan says so.</summary>
    Kept,
}
