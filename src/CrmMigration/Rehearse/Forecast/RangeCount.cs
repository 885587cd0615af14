namespace CrmMigration.Rehearse.Forecast;

/// <summary>Rows of one range of a sample that have something in common.</summary>
/// <param name="Kind">read, fate, skip, reject or correction.</param>
/// <param name="Rule">The fate's name, or the rule's code.</param>
internal sealed record RangeCount(string Kind, string Rule, string? Field, string Outcome, int Partition, long Rows);
