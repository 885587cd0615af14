namespace CrmMigration.Reconcile.Report;

/// <summary>One fate with the number of rows that met it.</summary>
/// <param name="Meaning">For a reader who sees the word for the first time.</param>
public sealed record Fate(string Name, string Meaning, long Rows)
{
    /// <summary>All six, in the order in which every report names them.</summary>
    public static IReadOnlyList<Fate> AllOf(FateCounts counts) =>
    [
        new("created", "new in the target", counts.Created),
        new("updated", "changed in the target", counts.Updated),
        new("unchanged", "already there, the same", counts.Unchanged),
        new("merged", "a duplicate of another row", counts.Merged),
        new("rejected", "left out, with a reason", counts.Rejected),
        new("skipped", "left out by the plan or by hand", counts.Skipped),
    ];
}
