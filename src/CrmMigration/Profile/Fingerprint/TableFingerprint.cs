using CrmMigration.Plan;

namespace CrmMigration.Profile;

/// <summary>One source table at one moment.</summary>
/// <param name="Source">The source's name in the plan.</param>
public sealed record TableFingerprint(string Source, TableName Table, string Key)
{
    public IReadOnlyList<ColumnFingerprint> Columns { get; init; } = [];

    public long Rows { get; init; }

    /// <summary>False when <see cref="Rows"/> is the estimate of the server's planner.</summary>
    public bool RowsAreExact { get; init; }

    /// <summary>
    /// A sum over the transactions that wrote the rows as they are: another one when a row was inserted or updated since. Null where the rows
    /// were not counted.
    /// </summary>
    public long? Writes { get; init; }

    /// <summary>By the source's own order of the key; null for an empty table.</summary>
    public string? LowestKey { get; init; }

    public string? HighestKey { get; init; }

    internal (string Source, TableName Table, string Key) Identity => (Source, Table, Key);

    internal SourceChange Changed(SourceChangeKind kind, string what) => new(Source, Table, kind, $"{Source}: {Table} {what}.");
}
