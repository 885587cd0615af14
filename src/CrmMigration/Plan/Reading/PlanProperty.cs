namespace CrmMigration.Plan.Reading;

/// <summary>A name and its value in an object of the plan's JSON.</summary>
/// <param name="Line">1-based line of the name.</param>
internal sealed record PlanProperty(string Name, int Line, PlanNode Value);
