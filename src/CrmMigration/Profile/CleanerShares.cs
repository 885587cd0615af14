namespace CrmMigration.Profile;

/// <summary>What one cleaner would make of a column's values that are not blank.</summary>
/// <param name="Cleaner">As the plan writes it in <c>as</c>.</param>
/// <param name="Settings">What it was tried with, where it has settings.</param>
/// <param name="IsPlanned">The plan names it for the column.</param>
/// <param name="Unchanged">Fine as they stand.</param>
/// <param name="Tidied">Spaces, letter case or notation, and nothing lost.</param>
/// <param name="Corrected">Kept, but not whole or not as they were.</param>
/// <param name="Refused">Nothing of them can be used.</param>
/// <param name="Rules">Of the corrected and the refused, the most frequent first.</param>
public sealed record CleanerShares(
    string Cleaner, string? Settings, bool IsPlanned, Share Unchanged, Share Tidied, Share Corrected, Share Refused, IReadOnlyList<CleanerRule> Rules);
