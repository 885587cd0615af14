using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;

namespace CrmMigration.Match;

/// <summary>Tells of which source the rows of a partition are, and of what kind their keys.</summary>
internal sealed class MatchedSources(CheckedEntity entity, EntityRow row)
{
    private readonly KeyKind[] kinds = [.. entity.Sources.Select(source => KeyKinds.Of(source.Key.BaseType)!.Value)];

    public int Count => kinds.Length;

    /// <summary>The bytes that a key takes in packed form at least.</summary>
    public int SmallestPair => kinds.Min(PackedPairs.SmallestSize);

    public short Of(int partition) => kinds.Length == 1 ? (short)0 : (short)row.SourceOf(partition);

    public KeyKind KindOf(int partition) => kinds[Of(partition)];
}
