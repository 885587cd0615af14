namespace CrmMigration.Plan;

/// <summary>A plan that agrees with both live schemas. Entities stand parents first.</summary>
public sealed record CheckedPlan(MigrationPlan Plan, IReadOnlyList<CheckedEntity> Entities)
{
    /// <summary>As <see cref="CheckResult.Drift"/>.</summary>
    public IReadOnlyList<PlanMistake> Drift { get; init; } = [];
}
