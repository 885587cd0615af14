namespace CrmMigration.Profile;

/// <param name="Reason">In plain words.</param>
/// <param name="Refuses">Else it corrects.</param>
public sealed record CleanerRule(string Rule, string Reason, bool Refuses, Share Share);
