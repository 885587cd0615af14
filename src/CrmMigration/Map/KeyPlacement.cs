using CrmMigration.Plan;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>Where the rows of one source go: the key in the target for each key in the source.</summary>
internal abstract class KeyPlacement
{
    /// <summary>The key in the target; null when its type has no such key.</summary>
    public abstract SourceKey? Place(SourceKey key);

    /// <summary>The source that a key in the target is kept for, where it is not this one; null for none.</summary>
    public virtual string? TakenBy(SourceKey target) => null;

    /// <summary>The row that was placed last does not go to the target after all.</summary>
    public virtual void TakeBack()
    {
    }

    /// <summary>The placement by which a key follows from the other alone; null where the target's sequence gives it.</summary>
    public static KeyPlacement? Of(CheckedEntity entity, CheckedSource source)
    {
        var kind = KeyKinds.Of(entity.TargetKey.BaseType)!.Value;
        return source.Plan.Keys switch
        {
            KeyPolicy.Offset offset => new ShiftedKeys(offset.By, kind),
            KeyPolicy.Assign => kind == KeyKind.Uuid ? new NamedKeys(entity.Plan.Name, source.Name) : null,
            _ => KeptKeys.All,
        };
    }
}
