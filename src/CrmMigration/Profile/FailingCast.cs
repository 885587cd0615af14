namespace CrmMigration.Profile;

/// <summary>A cast of the plan that the source cannot do for some row; such rows would be rejected, and what depends on it is not predicted.</summary>
/// <param name="Type">What the plan casts to.</param>
public sealed record FailingCast(string Column, string Type);
