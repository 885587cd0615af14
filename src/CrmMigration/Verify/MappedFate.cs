namespace CrmMigration.Verify;

/// <summary>What the plan makes of a source row.</summary>
internal enum MappedFate
{
    Mapped,
    Rejected,
    Skipped,
}
