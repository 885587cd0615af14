namespace CrmMigration.Plan.Drafting;

/// <summary>A reference of the draft; guessed from the column's name, or known from a foreign key.</summary>
internal sealed record DraftReference(string Column, string Entity, bool IsGuess);
