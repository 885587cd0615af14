namespace CrmMigration.Plan.Checking;

/// <summary>Why a value of one column cannot go into another as it is.</summary>
internal sealed record TypeProblem(string Expected, string Fix);
