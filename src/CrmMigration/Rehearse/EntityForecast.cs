namespace CrmMigration.Rehearse;

/// <summary>What a rehearsal tells of an entity besides its counts.</summary>
public sealed record EntityForecast
{
    /// <summary>What of the target has no part in the rehearsal, in sentences: a run may refuse or change more because of it.</summary>
    public IReadOnlyList<string> NotRehearsed { get; init; } = [];

    /// <summary>Values before and after, masked; some for each rule.</summary>
    public IReadOnlyList<RehearsedSample> Samples { get; init; } = [];
}
