namespace CrmMigration.Plan;

/// <summary>A text, number or boolean that stands in the plan, in the text form that its kind has (see <see cref="ValueKind"/>).</summary>
public sealed record PlanValue(string Text, ValueKind Kind);
