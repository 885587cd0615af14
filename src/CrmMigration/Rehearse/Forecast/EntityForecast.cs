namespace CrmMigration.Rehearse.Forecast;

/// <summary>What a rehearsal foresees of an entity. Exact where all rows were loaded.</summary>
public sealed record EntityForecast
{
    /// <summary>Rows of the source.</summary>
    public required long SourceRows { get; init; }

    /// <summary>Those of them that were loaded.</summary>
    public required long LoadedRows { get; init; }

    /// <summary>In the order in which every report names them; those that no row would meet are left out.</summary>
    public IReadOnlyList<FateForecast> Fates { get; init; } = [];

    public IReadOnlyList<RuleForecast> Rejects { get; init; } = [];

    public IReadOnlyList<RuleForecast> Skips { get; init; } = [];

    public IReadOnlyList<RuleForecast> Corrections { get; init; } = [];

    /// <summary>By which the target's table would grow, indexes included; null while it was not measured.</summary>
    public Estimate? Bytes { get; init; }

    public Estimate Milliseconds { get; init; } = Estimate.Exactly(0);

    /// <summary>What of the target has no part in the rehearsal, in sentences: a run may refuse or change more because of it.</summary>
    public IReadOnlyList<string> NotRehearsed { get; init; } = [];

    public bool IsSample => LoadedRows < SourceRows;
}
