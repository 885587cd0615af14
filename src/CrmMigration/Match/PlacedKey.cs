using CrmMigration.Source;

namespace CrmMigration.Match;

/// <summary>A row by its key, with the partition it belongs to.</summary>
/// <param name="Source">The position of its source in the plan.</param>
/// <param name="HasGaps">It misses a value that a row merged into it could give, or that was not looked at.</param>
internal readonly record struct PlacedKey(SourceKey Key, int Partition, short Source, bool HasGaps)
{
    public RowId Id => new(Source, Key);
}
