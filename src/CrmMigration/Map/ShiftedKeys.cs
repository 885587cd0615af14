using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>Adds a number to each key.</summary>
/// <param name="by">May be negative.</param>
/// <param name="kind">An integer: that of the target.</param>
internal sealed class ShiftedKeys(long by, KeyKind kind) : KeyPlacement
{
    public override SourceKey? Place(SourceKey key)
    {
        var number = unchecked(key.Number + by);
        var overflows = ((key.Number ^ number) & (by ^ number)) < 0;
        return !overflows && kind.Holds(number) ? new SourceKey(number) : null;
    }
}
