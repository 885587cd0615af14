using CrmMigration.Runs;

namespace CrmMigration;

/// <summary>What a caller may say about one run; everything else stands in the plan.</summary>
public sealed record RunOptions
{
    /// <summary>Null: a new run. The id of an unfinished run: that run is carried on.</summary>
    public string? RunId { get; init; }

    /// <summary>What the run is for; null: a full one, or whatever the run that is carried on is.</summary>
    public RunMode? Mode { get; init; }

    /// <summary>Of a new rehearsal: about how many percent of the rows are loaded, above 0 to 100. Null: chosen by their number.</summary>
    public double? SamplePercent { get; init; }

    /// <summary>Of a new full run: the rehearsal it is bound to, or <see cref="RunId.LatestRehearsal"/>. Null: none.</summary>
    public string? Rehearsed { get; init; }

    /// <summary>A source that people go on working in may have changed since that rehearsal, as far as <see cref="Rehearse.Binding.SourceGrowth"/> goes.</summary>
    public bool AllowDrift { get; init; }

    /// <summary>Of a sync: however many rows have left the source, they may leave the target.</summary>
    public bool ConfirmsDeletes { get; init; }

    /// <summary>Of a verification: every row is compared by value.</summary>
    public bool Deep { get; init; }

    /// <summary>Of a verification: what differs goes through the stages again, and the source's values win.</summary>
    public bool Repairs { get; init; }

    /// <summary>Of a cut-over: what does not stop it; <c>rejects</c>, <c>reviews</c>, <c>edits</c>.</summary>
    public IReadOnlyList<string> Accepts { get; init; } = [];

    /// <summary>Of a cut-over: where it is a go, the slots are dropped through which the sources' logs are read.</summary>
    public bool DropsSlots { get; init; }

    /// <summary>A caller's own name for the start of this run: a plan has at most one run of it. Null: none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Rows in a partition; null: chosen by the table's size.</summary>
    public int? PartitionRows { get; init; }

    /// <summary>Partitions at work at once, one more than which is the cap on source connections.</summary>
    public int Parallel { get; init; } = Math.Clamp(Environment.ProcessorCount, 2, 8);
}
