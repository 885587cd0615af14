using CrmMigration.Plan;

namespace CrmMigration.Profile;

/// <summary>One difference between two fingerprints.</summary>
/// <param name="Sentence">In plain words, with the source and the table; no value of a row but a key.</param>
public sealed record SourceChange(string Source, TableName Table, SourceChangeKind Kind, string Sentence);
