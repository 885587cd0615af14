using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>Rows whose key in the target follows from their own: a set of the keys will do.</summary>
internal sealed class PlacedKeys(KeyPlacement placement) : TargetKeys
{
    private readonly KeySet keys = new();

    public override void Add(SourceKey[] keys, SourceKey[]? targets)
    {
        foreach (var key in keys)
        {
            this.keys.Add(key);
        }
    }

    public override SourceKey? Find(SourceKey key) => keys.Contains(key) ? placement.Place(key) : null;
}
