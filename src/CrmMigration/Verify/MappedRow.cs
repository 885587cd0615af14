namespace CrmMigration.Verify;

/// <param name="Row">In COPY format; null unless it was mapped.</param>
internal readonly record struct MappedRow(MappedFate Fate, byte[]? Row);
