namespace CrmMigration.Profile.Trials;

/// <param name="Field">Target column; null when the whole row is meant.</param>
/// <param name="Reason">Of a rejection, in plain words; null where the rule's own sentence says it.</param>
internal sealed record TrialOutcome(TrialFate Fate, string Rule, string? Field, string? Reason);
