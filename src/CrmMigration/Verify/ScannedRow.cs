namespace CrmMigration.Verify;

/// <param name="Hash">Of the row as the target would hold it, without its key; 0 unless it was mapped.</param>
internal readonly record struct ScannedRow(MappedFate Fate, ulong Hash);
