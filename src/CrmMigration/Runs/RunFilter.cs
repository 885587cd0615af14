namespace CrmMigration.Runs;

/// <summary>Which runs are asked for; what is null does not matter. Only the books of these are summed.</summary>
public sealed record RunFilter
{
    /// <summary>As <see cref="RunStatus.State"/> reads.</summary>
    public string? State { get; init; }

    public string? Plan { get; init; }

    public RunMode? Mode { get; init; }

    /// <summary>At most so many, the newest.</summary>
    public int? Top { get; init; }
}
