namespace CrmMigration.Cli.Progress;

/// <summary>One phase as seen at one moment. Rate and remaining time are null before they can be known.</summary>
internal sealed record PhaseLook(string Entity, string Phase)
{
    public long Rows { get; init; }

    /// <summary>0 when not known.</summary>
    public long RowsExpected { get; init; }

    public int PartitionsDone { get; init; }

    /// <summary>0 for a phase without partitions.</summary>
    public int Partitions { get; init; }

    public bool Finished { get; init; }

    public TimeSpan Elapsed { get; init; }

    public double? RowsPerSecond { get; init; }

    public TimeSpan? Remaining { get; init; }

    /// <summary>0 to 1, by rows where their number is known, else by partitions; null when neither is.</summary>
    public double? Done => this switch
    {
        { Finished: true } => 1,
        { RowsExpected: > 0 } => Math.Min(1, (double)Rows / RowsExpected),
        { Partitions: > 0 } => (double)PartitionsDone / Partitions,
        _ => null,
    };
}
