using CrmMigration.Runs;

namespace CrmMigration.Reconcile.Report;

/// <summary>One fate with the number of rows that met it.</summary>
/// <param name="Meaning">For a reader who sees the word for the first time.</param>
public sealed record Fate(string Name, string Meaning, long Rows)
{
    /// <summary>All of them, in the order in which every report names them.</summary>
    public static IReadOnlyList<Fate> AllOf(FateCounts counts) =>
    [
        new("created", "new in the target", counts.Created),
        new("updated", "changed in the target", counts.Updated),
        new("unchanged", "already there, the same", counts.Unchanged),
        new("merged", "a duplicate of another row", counts.Merged),
        new("rejected", "left out, with a reason", counts.Rejected),
        new("skipped", "left out by the plan or by hand", counts.Skipped),
        new("conflict", "changed on both sides", counts.Conflicts),
        new("deleted", "gone from the source", counts.Deleted),
    ];

    /// <summary>Those that a run of a mode can meet: the last two are a sync's.</summary>
    public static IReadOnlyList<Fate> AllOf(FateCounts counts, RunMode mode) => mode is RunMode.Incremental or RunMode.Verify or RunMode.Cutover ? AllOf(counts) : [.. AllOf(counts).SkipLast(2)];
}
