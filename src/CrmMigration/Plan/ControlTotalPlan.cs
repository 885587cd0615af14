namespace CrmMigration.Plan;

/// <summary>A sum that must be the same before and after: of a target column, in groups of another (amount by currency).</summary>
public sealed record ControlTotalPlan(string Sum, string? By);
