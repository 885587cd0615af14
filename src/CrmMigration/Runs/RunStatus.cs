using CrmMigration.Reconcile;

namespace CrmMigration.Runs;

/// <summary>Where a run stands, from the database. Rates and the estimate are null before they can be known.</summary>
public sealed record RunStatus
{
    public required string RunId { get; init; }

    public required string Plan { get; init; }

    public RunMode Mode { get; init; }

    /// <summary>running, paused, cancelled, stopped, failed, reconciled, replaying, not-reconciled, withdrawing, half-withdrawn or withdrawn; running is only believed while its lease is alive, else it reads interrupted, and withdrawing half-withdrawn.</summary>
    public required string State { get; init; }

    /// <summary>Entity and phase at work, such as <c>customers: publish</c>; null when none is.</summary>
    public string? Phase { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public required int PartitionsDone { get; init; }

    public required int PartitionsTotal { get; init; }

    public required FateCounts Counts { get; init; }

    public double? RowsPerSecond { get; init; }

    public TimeSpan? Remaining { get; init; }

    /// <summary>Of a pass of the sync; null for other runs, before it has looked, and where nobody knows.</summary>
    public FoundLag? Lag { get; init; }

    /// <summary>One sentence, for a failed run.</summary>
    public string? Failure { get; init; }

    /// <summary>What a reader should know besides the state, each one sentence or two: what a cancelled or superseded run leaves in the target, what an unfinished one has not revealed yet, where the report is kept.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
