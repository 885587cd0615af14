namespace CrmMigration.Reconcile;

/// <summary>The rejected rows of one entity by one rule in one field: what is fixed in one go.</summary>
public sealed record RejectGroup
{
    public required string Entity { get; init; }

    public required string Rule { get; init; }

    /// <summary>Target column, or null when the whole row is meant.</summary>
    public string? Field { get; init; }

    /// <summary>In plain words; that of one of the rows.</summary>
    public required string Reason { get; init; }

    public required long Rows { get; init; }

    /// <summary>Rows that a suggestion is kept of. Encrypted ones are not told apart and count as none.</summary>
    public required long Suggested { get; init; }

    /// <summary>Rows with a fix that has not been replayed yet.</summary>
    public required long Fixed { get; init; }

    /// <summary>Rows that the next replay is to leave out for good.</summary>
    public required long ToSkip { get; init; }

    /// <summary>Up to five source keys to look at.</summary>
    public required string[] SampleKeys { get; init; }
}
