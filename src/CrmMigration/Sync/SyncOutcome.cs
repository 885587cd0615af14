namespace CrmMigration.Sync;

/// <summary>What came of a sync.</summary>
/// <param name="Summary">One sentence.</param>
public sealed record SyncOutcome(string Summary)
{
    /// <summary>What every sync answers in this version.</summary>
    public static SyncOutcome NothingToDo { get; } = new("Nothing to do: there is no incremental synchronization in this version.");
}
