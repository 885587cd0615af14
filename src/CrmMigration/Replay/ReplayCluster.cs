using CrmMigration.Match;

namespace CrmMigration.Replay;

/// <summary>Rows that are one.</summary>
/// <param name="Survivor">The row of the target that they join; null: the first of the members that arrives stays.</param>
/// <param name="Members">The replayed ones, lowest first.</param>
internal sealed record ReplayCluster(StandingRow? Survivor, IReadOnlyList<PlacedKey> Members);
