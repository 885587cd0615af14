using CrmMigration.Rehearse;
using CrmMigration.Rehearse.Forecast;
using CrmMigration.Verify;

namespace CrmMigration.Reconcile;

/// <summary>One entity of one run.</summary>
public sealed record EntityReport
{
    public required string Name { get; init; }

    /// <summary>Where its rows come from, in the order of the plan.</summary>
    public required IReadOnlyList<SourceReport> Sources { get; init; }

    public required string TargetTable { get; init; }

    public required FateCounts Counts { get; init; }

    public required int Partitions { get; init; }

    /// <summary>Partitions whose identity does not hold; 0 in a sound run.</summary>
    public required int PartitionsThatDoNotAddUp { get; init; }

    public required IReadOnlyList<RuleCount> Rejects { get; init; }

    /// <summary>Rows that the plan's conditions left out.</summary>
    public IReadOnlyList<RuleCount> Skips { get; init; } = [];

    public required IReadOnlyList<RuleCount> Corrections { get; init; }

    public required MergeSummary Merges { get; init; }

    public required IReadOnlyList<ControlTotal> Totals { get; init; }

    public required ContentComparison Contents { get; init; }

    /// <summary>Values before and after, masked; some for each rule that corrected values, and in a rehearsal for what would be new, written over or refused.</summary>
    public IReadOnlyList<MaskedSample> Samples { get; init; } = [];

    /// <summary>Of a rehearsal; null in a run's report.</summary>
    public EntityForecast? Forecast { get; init; }

    /// <summary>Of a verification; null where nothing was compared.</summary>
    public EntityVerification? Verification { get; init; }

    public required IReadOnlyList<PhaseTiming> Timings { get; init; }
}
