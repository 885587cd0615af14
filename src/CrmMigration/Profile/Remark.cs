namespace CrmMigration.Profile;

/// <summary>One thing that stands out, in a sentence for a CRM administrator.</summary>
/// <param name="Column">Null when the table as a whole is meant.</param>
public sealed record Remark(RemarkWeight Weight, string Entity, string? Column, string Sentence);
