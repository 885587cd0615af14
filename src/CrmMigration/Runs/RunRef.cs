namespace CrmMigration.Runs;

/// <summary>Names a run and the hold on its lease. All that a flow's input needs: the plan itself stands in the database.</summary>
/// <param name="RunId">Chosen by the host; the same id again means the same run.</param>
/// <param name="Fence">Which holder of the plan's lease this is; a step of an earlier holder cannot commit.</param>
public sealed record RunRef(string RunId, long Fence)
{
    /// <summary>The connection of the target that knows the run, for a process that was not there when it began; null within one process.</summary>
    public string? Target { get; init; }

    /// <summary>It is a rehearsal's.</summary>
    public bool Rehearses { get; init; }
}
