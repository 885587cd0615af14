namespace CrmMigration.Verify;

/// <summary>What a verification tells of one entity. Holds source keys and names of columns, never a value.</summary>
public sealed record EntityVerification
{
    /// <summary>Every row was compared by value.</summary>
    public required bool Deep { get; init; }

    public required IReadOnlyList<VerifiedSource> Sources { get; init; }

    /// <summary>Rows of the target's table, whoever made them.</summary>
    public required long TargetRows { get; init; }

    /// <summary>Of them, those that this plan's runs brought.</summary>
    public required long OwnRows { get; init; }

    /// <summary>Of these, rows of which nobody knows what was written, so that aggregates cannot tell whether they were edited.</summary>
    public required long Unknown { get; init; }

    public required IReadOnlyList<DifferenceGroup> Differences { get; init; }

    /// <summary>Of a deep verification: the first ranges with differences.</summary>
    public required IReadOnlyList<VerifiedRange> Ranges { get; init; }

    public bool IsEqual => Sources.All(source => source.IsEqual && source.AddsUp);
}
