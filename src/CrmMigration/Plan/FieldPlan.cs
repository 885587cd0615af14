namespace CrmMigration.Plan;

/// <summary>Where the value of one or more target columns comes from.</summary>
/// <param name="From">Source column.</param>
/// <param name="To">Target columns, in the order of the transform's outputs.</param>
/// <param name="As">What is done on the way.</param>
public sealed record FieldPlan(string From, IReadOnlyList<string> To, Transform As);
