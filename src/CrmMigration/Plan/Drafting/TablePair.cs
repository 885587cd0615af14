namespace CrmMigration.Plan.Drafting;

/// <summary>A source table and its counterpart.</summary>
/// <param name="Target">Null for a table that the plan creates.</param>
/// <param name="TargetName">The counterpart's name, or the name that the new table gets.</param>
/// <param name="IsGuess">The names differ.</param>
internal sealed record TablePair(LiveTable Source, string SourceKey, LiveTable? Target, TableName TargetName, string TargetKey, bool IsGuess);
