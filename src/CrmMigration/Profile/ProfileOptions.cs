namespace CrmMigration.Profile;

/// <summary>What of a plan's sources is to be described, and how much of it is read.</summary>
public sealed record ProfileOptions
{
    /// <summary>Names of entities; empty for all.</summary>
    public IReadOnlyCollection<string> Entities { get; init; } = [];

    /// <summary>Read so many percent of each table's rows.</summary>
    public double? Percent { get; init; }

    /// <summary>Read about so many rows of each table.</summary>
    public long? Rows { get; init; }

    /// <summary>The same seed takes the same sample of a table that has not changed.</summary>
    public int Seed { get; init; } = 1;
}
