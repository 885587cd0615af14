namespace CrmMigration.Flow;

/// <summary>What a step or a child flow answers. Small, and without any value of a row: an orchestration's history keeps it.</summary>
/// <param name="Value">Null unless done.</param>
/// <param name="Reason">One sentence for people, where the work failed or may be tried again.</param>
public sealed record StepAnswer<T>(StepOutcome Outcome, T? Value = default, string? Reason = null);
