using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>Where the rows of one source of a parent entity went in this run, for the references of its children. Filled once, then only read.</summary>
internal sealed class ParentIndex(string entity, TargetKeys inTarget)
{
    private readonly KeySet skipped = new();
    private readonly HashSet<SourceKey> rejected = [];
    private readonly Dictionary<SourceKey, SourceKey> survivors = [];

    public string Entity { get; } = entity;

    /// <summary>The rows that are in the target themselves.</summary>
    public TargetKeys InTarget => inTarget;

    public KeySet Skipped => skipped;

    public void AddRejected(SourceKey key) => rejected.Add(key);

    /// <param name="survivor">Its key in the target.</param>
    public void AddMerged(SourceKey key, SourceKey survivor) => survivors[key] = survivor;

    public bool IsSkipped(SourceKey key) => skipped.Contains(key);

    public bool IsRejected(SourceKey key) => rejected.Contains(key);

    /// <summary>The key in the target that a reference to this row becomes: its own there, or that of the survivor it was merged into. Null when it has none.</summary>
    public SourceKey? Find(SourceKey key) => survivors.TryGetValue(key, out var survivor) ? survivor : inTarget.Find(key);
}
