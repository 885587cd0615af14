namespace CrmMigration.Plan;

/// <summary>An entity with the columns it really moves, resolved against both live schemas.</summary>
/// <param name="Plan">As written.</param>
/// <param name="SourceKey">The source's key column: smallint, int, bigint, uuid, text or varchar; unique and not null.</param>
/// <param name="TargetKey">The target's key column, of the same kind.</param>
/// <param name="Fields">Every column that is written besides the key.</param>
/// <param name="CreatesTarget">The target table does not exist and the plan asks for it.</param>
public sealed record CheckedEntity(
    EntityPlan Plan,
    LiveColumn SourceKey,
    LiveColumn TargetKey,
    IReadOnlyList<CheckedField> Fields,
    bool CreatesTarget)
{
    /// <summary>Resolved control totals, over target columns that move unchanged.</summary>
    public IReadOnlyList<ControlTotalPlan> Totals { get; init; } = [];
}
