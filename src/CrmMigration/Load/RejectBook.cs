using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>The rejected rows of one partition, in columns, as they are inserted.</summary>
internal sealed class RejectBook
{
    private readonly List<(string Key, Rejection Rejection)> rows = [];
    private readonly HashSet<string> keys = [];

    public int Count => rows.Count;

    public string[] Keys => [.. rows.Select(row => row.Key)];

    public string[] Rules => [.. rows.Select(row => row.Rejection.Rule)];

    public string?[] Fields => [.. rows.Select(row => row.Rejection.Field)];

    public string[] Reasons => [.. rows.Select(row => row.Rejection.Reason)];

    public string?[] SqlStates => [.. rows.Select(row => row.Rejection.SqlState)];

    public void Add(SourceKey key, Rejection rejection)
    {
        rows.Add((key.ToString(), rejection));
        keys.Add(key.ToString());
    }

    public bool Contains(SourceKey key) => keys.Count > 0 && keys.Contains(key.ToString());
}
