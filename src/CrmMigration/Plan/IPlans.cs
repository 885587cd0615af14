namespace CrmMigration.Plan;

/// <summary>The plans that a host offers by name, so that a caller names a plan and never sends one.</summary>
public interface IPlans
{
    /// <summary>The plan of a name.</summary>
    /// <exception cref="InvalidSettingException">There is none of that name, or it cannot be read.</exception>
    /// <exception cref="InvalidPlanException">It holds mistakes.</exception>
    Task<MigrationPlan> Read(string name, CancellationToken cancellation);

    /// <summary>All names, in alphabetical order.</summary>
    /// <exception cref="InvalidSettingException">The place where plans are kept cannot be read.</exception>
    Task<IReadOnlyList<string>> Names(CancellationToken cancellation);
}
