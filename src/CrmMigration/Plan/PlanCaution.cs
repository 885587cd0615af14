namespace CrmMigration.Plan;

/// <summary>What a careful reader of a part of the plan would want to know, though it is no mistake. The place is whose it is.</summary>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What would not need the caution.</param>
/// <param name="Fix">What follows from it, and what to do about it.</param>
public sealed record PlanCaution(string Found, string Expected, string Fix);
