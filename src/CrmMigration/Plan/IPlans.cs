namespace CrmMigration.Plan;

/// <summary>The plans that a host offers by name: files published with it, or blobs. A caller names a plan, it never sends one.</summary>
public interface IPlans
{
    /// <summary>Reads the plan of a name.</summary>
    /// <exception cref="InvalidSettingException">There is none of that name; the message lists the names there are.</exception>
    /// <exception cref="InvalidPlanException">It holds mistakes.</exception>
    Task<MigrationPlan> Read(string name, CancellationToken cancellation);

    /// <summary>The names there are, in alphabetical order.</summary>
    /// <exception cref="InvalidSettingException">The place of the plans cannot be read.</exception>
    Task<IReadOnlyList<string>> Names(CancellationToken cancellation);
}
