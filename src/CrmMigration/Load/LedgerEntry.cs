using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>The keys of one partition that met one fate. Targets stand beside them where they may differ: for merged rows, the key of the survivor.</summary>
/// <param name="keysDiffer">They may, whatever the plan says.</param>
internal sealed class LedgerEntry(EntityMapping mapping, Fate fate, bool keysDiffer = false)
{
    public Fate Fate => fate;

    /// <summary>The condition of the plan that skipped the rows; empty for every other fate.</summary>
    public string Rule { get; init; } = "";

    public KeyList Keys { get; } = new(mapping.SourceKeyKind);

    public KeyList? Targets { get; } = fate == Fate.Merged || (fate is not (Fate.Skipped or Fate.Deleted) && (keysDiffer || !mapping.Source.KeepsKeys)) ? new(mapping.TargetKeyKind) : null;

    public void Add(SourceKey key, SourceKey target)
    {
        Keys.Add(key);
        Targets?.Add(target);
    }
}
