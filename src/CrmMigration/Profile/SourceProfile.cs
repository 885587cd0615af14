using CrmMigration.Plan;

namespace CrmMigration.Profile;

/// <summary>What a plan's sources hold. No value of a row is in it but source keys and the codes of columns that hold nothing else.</summary>
public sealed record SourceProfile
{
    /// <summary>Of this format, counted up when a property changes its meaning or goes.</summary>
    public int ProfileVersion { get; init; } = 1;

    public required string Plan { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required TimeSpan Took { get; init; }

    /// <summary>What a reader should know first, the worst first.</summary>
    public IReadOnlyList<Remark> StandsOut { get; init; } = [];

    /// <summary>Mistakes of the plan about its sources; a table that cannot be read is not among <see cref="Tables"/>.</summary>
    public IReadOnlyList<PlanMistake> Mistakes { get; init; } = [];

    public IReadOnlyList<PlanMistake> Warnings { get; init; } = [];

    public IReadOnlyList<TableProfile> Tables { get; init; } = [];
}
