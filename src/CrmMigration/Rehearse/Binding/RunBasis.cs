namespace CrmMigration.Rehearse.Binding;

/// <summary>What a new run rests on, as the books keep it.</summary>
internal sealed record RunBasis
{
    public static RunBasis None { get; } = new();

    /// <summary>Of a rehearsal: what the sources looked like before it read them.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Of a run: the rehearsal it is bound to.</summary>
    public string? Rehearsed { get; init; }

    /// <summary>What has changed at the sources since, and was let through; in sentences.</summary>
    public IReadOnlyList<string> Drift { get; init; } = [];
}
