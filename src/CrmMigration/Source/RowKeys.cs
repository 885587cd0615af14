namespace CrmMigration.Source;

/// <summary>The two keys of a row: the one it has in its source, and the one it has in the target.</summary>
internal readonly record struct RowKeys(SourceKey Source, SourceKey Target);
