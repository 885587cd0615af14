using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Rehearse;

/// <summary>
/// The keys that rows outside of a sample have in a target that numbers its rows: those they were given before, else numbers that stand
/// nowhere, one for each row, as none is drawn for a row that is not loaded.
/// </summary>
internal sealed class UnsampledNumbers(TargetKeys given)
{
    private long made;

    public SourceKey[] Of(SourceKey[] keys) => Array.ConvertAll(keys, key => given.Find(key) ?? new SourceKey(--made));
}
