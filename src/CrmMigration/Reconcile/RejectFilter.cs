namespace CrmMigration.Reconcile;

/// <summary>Which rejected rows are asked for; what is null does not matter.</summary>
public sealed record RejectFilter
{
    /// <summary>All of a run, without personal data.</summary>
    public static RejectFilter All { get; } = new();

    public string? Entity { get; init; }

    public string? Rule { get; init; }

    /// <summary>Of one source row.</summary>
    public string? Key { get; init; }

    /// <summary>With the personal data that is kept of them: suggestion and payload.</summary>
    public bool WithValues { get; init; }
}
