using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>Where the rows of a parent entity went in this run, for the references of its children. Filled once, then only read.</summary>
internal sealed class ParentIndex(string entity)
{
    private readonly KeySet inTarget = new();
    private readonly KeySet skipped = new();
    private readonly HashSet<SourceKey> rejected = [];
    private readonly Dictionary<SourceKey, SourceKey> survivors = [];

    public string Entity { get; } = entity;

    public KeySet InTarget => inTarget;

    public KeySet Skipped => skipped;

    public void AddRejected(SourceKey key) => rejected.Add(key);

    public void AddMerged(SourceKey key, SourceKey survivor) => survivors[key] = survivor;

    public bool IsInTarget(SourceKey key) => inTarget.Contains(key);

    public bool IsSkipped(SourceKey key) => skipped.Contains(key);

    public bool IsRejected(SourceKey key) => rejected.Contains(key);

    /// <summary>The survivor that this row was merged into; null when it was not merged.</summary>
    public SourceKey? Survivor(SourceKey key) => survivors.TryGetValue(key, out var survivor) ? survivor : null;
}
