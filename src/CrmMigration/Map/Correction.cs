using CrmMigration.Clean;

namespace CrmMigration.Map;

/// <summary>A value that a cleaner found fault with, in a row that arrived.</summary>
/// <param name="Field">Target column.</param>
/// <param name="Columns">The places of the source columns that hold the original, as far as it may be kept.</param>
/// <param name="Suggestion">What the value probably was meant to be; asked for only where the row may be rejected for it.</param>
internal readonly record struct Correction(Rule Rule, string Field, IReadOnlyList<int> Columns, CorrectionOutcome Outcome, string? Suggestion = null);
