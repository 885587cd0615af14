using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>The rows of a source that are in the target, with their keys there. Filled by one thread, then read by many.</summary>
internal abstract class TargetKeys
{
    /// <param name="targets">Null where the keys in the target are the same.</param>
    public abstract void Add(SourceKey[] keys, SourceKey[]? targets);

    /// <summary>Nothing is added any more.</summary>
    public virtual void Close()
    {
    }

    /// <summary>The key in the target; null for a row that is not there.</summary>
    public abstract SourceKey? Find(SourceKey key);
}
