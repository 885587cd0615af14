namespace CrmMigration.Load;

/// <summary>What became of a row that was not rejected, as crm_migration.ledger names it.</summary>
internal enum Fate
{
    Created,
    Updated,
    Unchanged,
    Merged,
    Skipped,

    /// <summary>In a sync: both sides changed it, and the target's stays.</summary>
    Conflict,

    /// <summary>In a sync: it has left the source.</summary>
    Deleted,
}
