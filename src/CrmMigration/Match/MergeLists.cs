using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Match;

/// <summary>
/// Merges of one partition whose members are of one source, in columns, as they are written. Keys in the target stand apart only where they
/// are not those of the source.
/// </summary>
/// <param name="Members">By their keys in the source.</param>
/// <param name="MemberTargets">Null also where members do not go to the target.</param>
/// <param name="Survivors">By their keys in the source; null where they are of any source, and so of any kind.</param>
internal sealed record MergeLists((int Partition, short Source) Place, KeyList Members, KeyList? MemberTargets, KeyList? Survivors, KeyList? SurvivorTargets)
{
    public void Add(Merge merge, IReadOnlyList<KeyPlacement> placements)
    {
        Members.Add(merge.Member.Key);
        MemberTargets?.Add(Target(merge.Member, placements));
        Survivors?.Add(merge.Survivor.Key);
        SurvivorTargets?.Add(Target(merge.Survivor, placements));
    }

    // Rows that have no key in the target are refused before they are matched.
    private static SourceKey Target(PlacedKey row, IReadOnlyList<KeyPlacement> placements) =>
        placements[row.Source].Place(row.Key) ?? throw new InvalidOperationException("Bug: a row that was matched has no key in the target.");
}
