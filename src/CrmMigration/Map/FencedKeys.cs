using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>
/// Keys of a source that shares its target with others: none may lie among those of another source, where a row that came after the check
/// could meet somebody else's.
/// </summary>
internal sealed class FencedKeys(KeyPlacement placement, IReadOnlyList<KeyFence> others) : KeyPlacement
{
    public override SourceKey? Place(SourceKey key) => placement.Place(key);

    public override string? TakenBy(SourceKey target)
    {
        foreach (var other in others)
        {
            if (target.Number >= other.Low && target.Number <= other.High)
            {
                return other.Source;
            }
        }

        return null;
    }
}
