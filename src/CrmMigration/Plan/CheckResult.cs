namespace CrmMigration.Plan;

/// <summary>Every mistake of a plan at once, or the checked plan when there is none.</summary>
/// <param name="Mistakes">Empty when the plan can run.</param>
/// <param name="Warnings">What a careful reader would want to know and that does not stop a run.</param>
/// <param name="Plan">Null while there are mistakes.</param>
public sealed record CheckResult(IReadOnlyList<PlanMistake> Mistakes, IReadOnlyList<PlanMistake> Warnings, CheckedPlan? Plan)
{
    /// <summary>What has changed in the sources since the last pass, so that a sync cannot go on. A full run can.</summary>
    public IReadOnlyList<PlanMistake> Drift { get; init; } = [];
}
