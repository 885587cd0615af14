namespace CrmMigration.Clean.Typed;

/// <summary>How numbers are written, and what they are to become.</summary>
public sealed record NumberSettings
{
    public NumberSigns Signs { get; init; } = NumberSigns.English;

    public PercentReading Percent { get; init; }

    /// <summary>Numbers with a fraction other than zeros are unusable; what is written has no point.</summary>
    public bool IsWhole { get; init; }

    /// <summary>ISO 4217 code: amounts that name another currency are unusable. Null: currencies are read over.</summary>
    public string? Currency { get; init; }
}
