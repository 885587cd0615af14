using CrmMigration.Reconcile.Report;

namespace CrmMigration.Replay;

/// <summary>The newest replay of a run, as its books have it.</summary>
internal sealed record LastReplay
{
    public string State { get; init; } = "";

    public string? Failure { get; init; }

    public string? Rule { get; init; }

    public DateTime StartedAt { get; init; }

    /// <summary>Rejected rows that it chose.</summary>
    public long Rows { get; init; }

    public long Created { get; init; }

    public long Updated { get; init; }

    public long Unchanged { get; init; }

    public long Merged { get; init; }

    public long Skipped { get; init; }

    /// <summary>Somebody works for it.</summary>
    public bool IsHeld { get; init; }

    /// <summary>One sentence or two for the reader of a run.</summary>
    public string Describe(string runId)
    {
        var what = $"{(Rule is null ? "The rejected rows" : $"The rows rejected by {Rule}, with their children,")} were replayed at {Figures.Moment(StartedAt)}";
        return State switch
        {
            "done" => $"{what}: {Figures.Counted(Rows, "row")}, of which {Fates(Rows - Created - Updated - Unchanged - Merged - Skipped, "rejected again")}.",
            "running" when IsHeld => $"A replay of rejected rows is at work since {Figures.Moment(StartedAt)}.",
            "failed" => $"{what}, which failed: {Failure} What it had done by then stands ({Fates(0, "")}). Go on with: crm-migrate replay {runId}",
            _ => $"{what}, which broke off. What it had done by then stands ({Fates(0, "")}). Go on with: crm-migrate replay {runId}",
        };
    }

    private string Fates(long others, string name)
    {
        (long Rows, string Name)[] fates = [(Created, "created"), (Updated, "updated"), (Unchanged, "unchanged"), (Merged, "merged"), (Skipped, "skipped"), (others, name)];
        return string.Join(", ", fates.Where(fate => fate.Rows > 0).Select(fate => $"{Figures.Count(fate.Rows)} {fate.Name}")) is { Length: > 0 } list ? list : "none";
    }
}
