namespace CrmMigration.Verify;

/// <summary>What a verification tells of one source of an entity. Its rows are equal, differing, missing, merged, rejected, skipped or changed since the last pass.</summary>
public sealed record VerifiedSource
{
    public string Source { get; init; } = "";

    /// <summary>When keys were counted.</summary>
    public long Rows { get; init; }

    /// <summary>That were compared by value, or else as <see cref="Rows"/>.</summary>
    public long Compared { get; init; }

    public long Equal { get; init; }

    public long Differing { get; init; }

    public long Missing { get; init; }

    public long Merged { get; init; }

    public long Rejected { get; init; }

    public long Skipped { get; init; }

    /// <summary>Not brought over yet. Aggregates tell those that are new only; the others count as equal.</summary>
    public long Changed { get; init; }

    /// <summary>Whatever was made of them: written in the source since the last pass.</summary>
    public long ChangedSince { get; init; }

    /// <summary>In the target, and not in the source any more.</summary>
    public long Extra { get; init; }

    /// <summary>Of what differs, is missing or is extra: no more so after the repair.</summary>
    public long Repaired { get; init; }

    /// <summary>In a sentence, why the source cannot tell what changed since; null where it can.</summary>
    public string? Doubt { get; init; }

    public bool AddsUp => Compared == Equal + Differing + Missing + Merged + Rejected + Skipped + Changed;

    public bool IsEqual => Differing + Missing + Extra == Repaired;
}
