namespace CrmMigration.Runs;

/// <summary>An entity of a run as crm_migration.entities holds it. Partitions is null until the entity is cut.</summary>
/// <param name="LoadTable">Quoted name of the table that rows are loaded and merged in before it becomes the target; null when they go straight to the target.</param>
internal sealed record EntityRow(long EntityId, string Entity, bool TargetWasEmpty, int? Partitions, int MatchBuckets, string? LoadTable, bool InKeyOrder, string State)
{
    /// <summary>Reached the state, or went on from it.</summary>
    public bool Is(string state) => Array.IndexOf(Order, State) >= Array.IndexOf(Order, state);

    private static readonly string[] Order = ["planned", "partitioned", "matched", "published", "completed", "reconciled", "not-reconciled"];
}
