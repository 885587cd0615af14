namespace CrmMigration;

/// <summary>Which rejected rows of a run are replayed, and how.</summary>
public sealed record ReplayOptions
{
    public required string RunId { get; init; }

    /// <summary>Only rows that this rule rejected, and their children that were rejected for them; null: all.</summary>
    public string? Rule { get; init; }

    /// <summary>A caller's own name for the start of this replay: a run has at most one of it. Null: none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Batches at work at once, one more than which is the cap on source connections.</summary>
    public int Parallel { get; init; } = Math.Clamp(Environment.ProcessorCount, 2, 8);
}
