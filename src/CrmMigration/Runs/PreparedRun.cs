namespace CrmMigration.Runs;

/// <summary>The entities of a run, parents first.</summary>
public sealed record PreparedRun(IReadOnlyList<string> Entities)
{
    /// <summary>Only what changed is brought over, by the flow of the sync.</summary>
    public bool Synchronizes { get; init; }
}
