namespace CrmMigration.Verify;

/// <summary>Rows that a verification found different for the same reason.</summary>
/// <param name="Kind"><c>differing</c>, <c>missing</c> or <c>extra</c>.</param>
/// <param name="Why"><c>edited</c>, <c>other-values</c>, <c>unknown</c>, <c>never-came</c>, <c>deleted</c> or <c>left</c>.</param>
/// <param name="Repaired">Of them: no more so after the repair.</param>
/// <param name="SampleKeys">Source keys of some that are still so.</param>
/// <param name="Columns">Names of target columns that differ in some of them.</param>
public sealed record DifferenceGroup(string Kind, string Why, long Rows, long Repaired, IReadOnlyList<string> SampleKeys, IReadOnlyList<string> Columns);
