namespace CrmMigration.Source;

/// <summary>A range of one source's keys, which is to be a partition.</summary>
/// <param name="Source">The source's name in the plan.</param>
/// <param name="Rows">In it when it was cut.</param>
/// <param name="Sampled">Its rows are loaded; false only for the gaps of a sample.</param>
internal sealed record SourceCut(string Source, KeyRange Range, long Rows, bool Sampled = true);
