namespace CrmMigration.Plan;

/// <summary>A live table, as its catalog describes it.</summary>
public sealed record LiveTable
{
    public required TableName Name { get; init; }

    /// <summary>pg_class.relkind: r table, p partitioned table, v view, m materialized view, f foreign table.</summary>
    public required char Kind { get; init; }

    public required IReadOnlyList<LiveColumn> Columns { get; init; }

    /// <summary>Columns of the primary key, in order; empty without one.</summary>
    public IReadOnlyList<string> PrimaryKey { get; init; } = [];

    /// <summary>Columns that alone are unique and not null by the primary key or a unique index without condition.</summary>
    public IReadOnlyList<string> UniqueColumns { get; init; } = [];

    /// <summary>Columns in which a range can be looked up by an index.</summary>
    public IReadOnlyList<string> IndexedColumns { get; init; } = [];

    /// <summary>What its server says of its log; null where nobody asked.</summary>
    public LiveLog? Log { get; init; }

    /// <summary>Tables that this one has foreign keys to.</summary>
    public IReadOnlyList<TableName> ForeignKeysTo { get; init; } = [];

    /// <summary>Foreign keys of one column each; those of several columns are only in <see cref="ForeignKeysTo"/>.</summary>
    public IReadOnlyList<LiveForeignKey> ForeignKeys { get; init; } = [];

    /// <summary>Enabled triggers of the table's users (not those behind foreign keys).</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    /// <summary>Other tables inherit from this one (not partitions): plain reads of it see their rows too.</summary>
    public bool HasHeirs { get; init; }

    /// <summary>Row level security applies to the role that asked: some rows may be out of its sight.</summary>
    public bool HidesRows { get; init; }

    /// <summary>pg_class.reltuples; -1 where the table was never analyzed.</summary>
    public double EstimatedRows { get; init; }

    public bool CanSelect { get; init; }

    public bool CanInsert { get; init; }

    public bool CanUpdate { get; init; }

    public LiveColumn? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);
}
