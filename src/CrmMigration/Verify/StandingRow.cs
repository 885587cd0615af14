namespace CrmMigration.Verify;

/// <summary>A row of the target as it stands: its hash, and the share of each column in it.</summary>
internal sealed record StandingRow(long Hash, long[] Columns);
