using CrmMigration.Cutover;
using CrmMigration.Rehearse.Forecast;
using CrmMigration.Runs;

namespace CrmMigration.Reconcile;

/// <summary>Everything a reader needs to judge a run: the verdict, the counts, the proof. Holds source keys and rules, never a personal value.</summary>
public sealed record RunReport
{
    public required string RunId { get; init; }

    public required string Plan { get; init; }

    /// <summary>A rehearsal's report tells what a run would do; nothing of it is in the target.</summary>
    public RunMode Mode { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Why the verdict is not Reconciled; each one sentence. Empty otherwise.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>What a reader should know besides the verdict, as <see cref="Runs.RunStatus.Remarks"/>.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>As <see cref="RunStatus.Lag"/>.</summary>
    public FoundLag? Lag { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while the run is not finished.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    public required IReadOnlyList<EntityReport> Entities { get; init; }

    /// <summary>Of a rehearsal that came to its end; null in a run's report.</summary>
    public RunForecast? Forecast { get; init; }

    /// <summary>The go/no-go list of a cut-over; null in any other report, and before it is made.</summary>
    public IReadOnlyList<CutoverCheck>? Cutover { get; init; }

    public FateCounts Counts => Entities.Aggregate(default(FateCounts), (sum, entity) => sum + entity.Counts);
}
