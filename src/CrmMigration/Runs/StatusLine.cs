namespace CrmMigration.Runs;

/// <summary>A run's state as one query gives it.</summary>
internal sealed record StatusLine
{
    public string RunId { get; init; } = "";

    public string Plan { get; init; } = "";

    public string Mode { get; init; } = "";

    public string State { get; init; } = "";

    public string? Phase { get; init; }

    public DateTime StartedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    public string? Failure { get; init; }

    public string? ReportAddress { get; init; }

    public string? ReportFailure { get; init; }

    public int PartitionsDone { get; init; }

    public int PartitionsTotal { get; init; }

    public long ExpectedRows { get; init; }

    /// <summary>The expected rows are those of every entity, also of those that are not cut into partitions yet.</summary>
    public bool AllExpected { get; init; }

    public double Seconds { get; init; }

    public long Read { get; init; }

    public long Created { get; init; }

    public long Updated { get; init; }

    public long Unchanged { get; init; }

    public long Merged { get; init; }

    public long Rejected { get; init; }

    public long Skipped { get; init; }

    public long Conflicts { get; init; }

    public long Deleted { get; init; }

    public KeptReport Kept => new(ReportAddress, ReportFailure);

    public RunStatus ToStatus()
    {
        var rate = Read > 0 && Seconds > 0 ? Read / Seconds : (double?)null;
        return new()
        {
            RunId = RunId,
            Plan = Plan,
            Mode = RunRow.Parse(Mode),
            State = State,
            Phase = Phase,
            StartedAt = StartedAt,
            FinishedAt = FinishedAt,
            Failure = Failure,
            PartitionsDone = PartitionsDone,
            PartitionsTotal = PartitionsTotal,
            Counts = new(Read, Created, Updated, Unchanged, Merged, Rejected, Skipped) { Conflicts = Conflicts, Deleted = Deleted },
            RowsPerSecond = rate,
            Remaining = State == "running" && AllExpected && rate is { } rows ? TimeSpan.FromSeconds(Math.Max(0, ExpectedRows - Read) / rows) : null,
        };
    }
}
