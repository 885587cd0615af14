namespace CrmMigration.Plan;

/// <summary>One source of an entity, resolved against its live schema.</summary>
/// <param name="Plan">As written.</param>
/// <param name="Key">The key column: smallint, int, bigint, uuid, text or varchar; unique and not null.</param>
/// <param name="Fields">Every column that is written from it besides the key.</param>
public sealed record CheckedSource(SourcePlan Plan, LiveColumn Key, IReadOnlyList<CheckedField> Fields)
{
    /// <summary>Its name in the plan.</summary>
    public string Name => Plan.Source;

    /// <summary>Each row has the same key on both sides.</summary>
    public bool KeepsKeys => Plan.Keys is KeyPolicy.Preserve;
}
