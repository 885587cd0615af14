namespace CrmMigration;

/// <summary>Which run is withdrawn, and how.</summary>
public sealed record WithdrawOptions
{
    public required string RunId { get; init; }

    /// <summary>Partitions at work at once.</summary>
    public int Parallel { get; init; } = Math.Clamp(Environment.ProcessorCount, 2, 8);
}
