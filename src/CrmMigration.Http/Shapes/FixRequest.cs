namespace CrmMigration.Http.Shapes;

/// <summary>What is to become of rejected rows at the next replay; exactly one of the last four.</summary>
/// <param name="Rule">Rows that this rule rejected.</param>
/// <param name="Entity">Only rows of this entity.</param>
/// <param name="Key">Only the row with this source key.</param>
/// <param name="Set">Values by target or source column, to be read in place of the source's; null for NULL.</param>
/// <param name="AcceptSuggestion">The suggested value, in rows that have one.</param>
/// <param name="Skip">They are left out for good.</param>
/// <param name="Reset">What was said before is taken back.</param>
internal sealed record FixRequest(string Rule, string? Entity, string? Key, Dictionary<string, string?>? Set, bool? AcceptSuggestion, bool? Skip, bool? Reset);
