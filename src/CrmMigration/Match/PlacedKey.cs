using CrmMigration.Source;

namespace CrmMigration.Match;

/// <summary>A row by its key, with the partition it belongs to.</summary>
internal readonly record struct PlacedKey(SourceKey Key, int Partition);
