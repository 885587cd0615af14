using CrmMigration.Source;

namespace CrmMigration.Sync;

/// <summary>Rows of the source that are one row of the target.</summary>
/// <param name="Target">The row's key there; null while it is not there.</param>
internal sealed record SyncCluster(SourceKey? Target, IReadOnlyList<SyncRow> Rows)
{
    /// <summary>The row that it is made of.</summary>
    public SyncRow? Leader => Rows.FirstOrDefault(row => row.Leads);

    /// <summary>The hash of the target's row as it was written last.</summary>
    public long? Hash => Leader?.Hash;

    public static SyncCluster Of(IGrouping<string, SyncRow> rows, KeyKind kind) =>
        new(rows.Key[0] == 't' ? kind.Parse(rows.Key[1..]) : null, [.. rows.OrderBy(row => row.Id)]);
}
