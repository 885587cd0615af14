namespace CrmMigration.Runs;

/// <summary>Where the report of a run lies outside the database, or why it does not; both null when it was not tried.</summary>
internal readonly record struct KeptReport(string? Address, string? Failure);
