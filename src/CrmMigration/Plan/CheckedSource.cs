namespace CrmMigration.Plan;

/// <summary>One source of an entity, resolved against its live schema.</summary>
/// <param name="Plan">As written.</param>
/// <param name="Key">The key column: smallint, int, bigint, uuid, text or varchar; unique and not null.</param>
/// <param name="Fields">Every column that is written from it besides the key.</param>
public sealed record CheckedSource(SourcePlan Plan, LiveColumn Key, IReadOnlyList<CheckedField> Fields)
{
    /// <summary>Its name in the plan.</summary>
    public string Name => Plan.Source;

    /// <summary>The column that says when a row was written last; null where a sync reads by none.</summary>
    public LiveColumn? ChangedAt { get; init; }

    /// <summary>All columns of its table, in their order.</summary>
    public IReadOnlyList<SeenColumn> Seen { get; init; } = [];

    /// <summary>What has changed of them since the last pass and no field reads, in sentences without a full stop.</summary>
    public IReadOnlyList<string> News { get; init; } = [];

    /// <summary>Columns that a field conceals: no original of theirs is kept in the target, whichever field it is kept for.</summary>
    public IReadOnlySet<string> Concealed => Fields.Where(one => one.Plan.Conceals).SelectMany(one => one.From).Select(column => column.Name).ToHashSet();

    /// <summary>Each row has the same key on both sides.</summary>
    public bool KeepsKeys => Plan.Keys is KeyPolicy.Preserve;
}
