namespace CrmMigration.Runs;

/// <summary>The entities of a run, parents first.</summary>
public sealed record PreparedRun(IReadOnlyList<string> Entities)
{
    /// <summary>Only what changed is brought over, by the flow of the sync.</summary>
    public bool Synchronizes { get; init; }

    /// <summary>Source and target are compared, by the flow of a verification.</summary>
    public bool Verifies { get; init; }

    /// <summary>Changes are brought over for the last time, and everything is compared, by the flow of a cut-over.</summary>
    public bool CutsOver { get; init; }

    /// <summary>With a verification, what differs goes through the stages again.</summary>
    public bool Repairs { get; init; }
}
