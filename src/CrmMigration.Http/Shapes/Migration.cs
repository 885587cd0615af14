using CrmMigration.Runs;

namespace CrmMigration.Http.Shapes;

/// <summary>Where a run stands. What cannot be known yet is null.</summary>
internal sealed record Migration
{
    public required string Run { get; init; }

    public required string Plan { get; init; }

    /// <summary>full or rehearsal.</summary>
    public required string Mode { get; init; }

    public required string State { get; init; }

    public required string Verdict { get; init; }

    public required string? Phase { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset? FinishedAt { get; init; }

    public required PartitionCounts Partitions { get; init; }

    public required RowCounts Rows { get; init; }

    public required double? RowsPerSecond { get; init; }

    public required long? EtaSeconds { get; init; }

    /// <summary>How old the oldest change was that a pass of the sync found when it looked; null for other runs, and where nobody knows.</summary>
    public required Lag? Lag { get; init; }

    /// <summary>One sentence, for a failed run.</summary>
    public required string? Failure { get; init; }

    /// <summary>What to know besides the state, each one sentence or two: what a cancelled run leaves in the target.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    public static Migration Of(RunStatus status) => new()
    {
        Run = status.RunId,
        Plan = status.Plan,
        Mode = RunStates.Mode(status.Mode),
        State = status.State,
        Verdict = RunStates.Verdict(status.State),
        Phase = status.Phase,
        StartedAt = status.StartedAt,
        FinishedAt = status.FinishedAt,
        Partitions = new(status.PartitionsDone, status.PartitionsTotal),
        Rows = RowCounts.Of(status.Counts),
        RowsPerSecond = status.RowsPerSecond is { } rate ? Math.Round(rate, 1) : null,
        EtaSeconds = status.Remaining is { } remaining ? (long)Math.Ceiling(remaining.TotalSeconds) : null,
        Lag = status.Lag is { } lag ? new(Math.Round(lag.Seconds, 3), lag.IsExact) : null,
        Failure = status.Failure,
        Remarks = status.Remarks,
    };
}
