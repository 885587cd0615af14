using CrmMigration.Profile.Trials;

namespace CrmMigration.Profile;

/// <summary>What one rule would do to the rows of a table, with the plan as it is. References are left out.</summary>
/// <param name="Field">Target column; null when the whole row is meant.</param>
/// <param name="Reason">In plain words.</param>
/// <param name="Share">Of the rows that were read.</param>
/// <param name="Rows">About how many of the whole table; exact where all rows were read.</param>
/// <param name="SampleKeys">Up to three source keys to look at.</param>
/// <param name="Shapes">Of the values at fault, the most frequent first.</param>
public sealed record PredictedRule(
    TrialFate Fate, string Rule, string? Field, string Reason, Share Share, long Rows, IReadOnlyList<string> SampleKeys, IReadOnlyList<NamedShare> Shapes);
