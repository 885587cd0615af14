namespace CrmMigration.Load;

/// <summary>What became of a row that was not rejected, as crm_migration.ledger names it.</summary>
internal enum Fate
{
    Created,
    Updated,
    Unchanged,
    Merged,
    Skipped,
}
