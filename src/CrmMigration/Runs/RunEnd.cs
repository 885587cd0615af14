using CrmMigration.Flow;

namespace CrmMigration.Runs;

/// <summary>How a run ends before its end.</summary>
/// <param name="Failure">One sentence, for a run that failed.</param>
public sealed record RunEnd(RunRef Run, StepOutcome Outcome, string? Failure);
