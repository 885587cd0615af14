namespace CrmMigration.Profile.Trials;

/// <summary>One cleaner as a column's values are tried on.</summary>
/// <param name="Name">As the plan writes it in <c>as</c>.</param>
/// <param name="Settings">What it is tried with, where it has settings.</param>
/// <param name="IsPlanned">The plan names it for the column; then it has the plan's settings.</param>
/// <param name="Clean">Writes what it makes of a text; an unchanged text means that it was fine as it stands.</param>
/// <param name="MostWritten">Characters that it may write for a text of that length.</param>
internal sealed record Cleaner(string Name, string? Settings, bool IsPlanned, CleanerCall Clean, Func<int, int> MostWritten);
