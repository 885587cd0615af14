using CrmMigration.Source;

namespace CrmMigration.Replay;

/// <summary>Rows of one partition that stood in the target and were filled from rows that gave way to them.</summary>
internal sealed class FilledRows
{
    private readonly List<SourceKey> keys = [];
    private ulong before;

    public IReadOnlyCollection<SourceKey> Keys => keys;

    /// <summary>The sum of their hashes now.</summary>
    public ulong Hash { get; private set; }

    /// <summary>By how much that differs from before, modulo 2^64.</summary>
    public long Change => unchecked((long)(Hash - before));

    public long Values { get; private set; }

    public void Add(SourceKey key, (ulong Before, ulong After) hash, long values)
    {
        keys.Add(key);
        before += hash.Before;
        Hash += hash.After;
        Values += values;
    }
}
