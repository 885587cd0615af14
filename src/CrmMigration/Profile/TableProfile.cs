namespace CrmMigration.Profile;

/// <summary>The source table of one entity.</summary>
public sealed record TableProfile
{
    public required string Entity { get; init; }

    /// <summary>The source's name in the plan.</summary>
    public required string Source { get; init; }

    public required string Table { get; init; }

    public required string Key { get; init; }

    /// <summary>Exact, also where a sample was read.</summary>
    public required long Rows { get; init; }

    public required RowsRead Read { get; init; }

    /// <summary>Of the phone numbers without a calling code that were tried: ISO 3166-1.</summary>
    public string PhoneRegion { get; init; } = "";

    /// <summary>What a migration would do to the rows, by rule; the most frequent first. Null where the plan's mistakes allow none.</summary>
    public IReadOnlyList<PredictedRule>? Predicted { get; init; }

    /// <summary>Known only where one of them ended the reading.</summary>
    public IReadOnlyList<FailingCast> FailingCasts { get; init; } = [];

    public IReadOnlyList<ColumnProfile> Columns { get; init; } = [];

    public IReadOnlyList<KeyProfile> Keys { get; init; } = [];

    public IReadOnlyList<ReferenceProfile> References { get; init; } = [];

    /// <summary>The plan has match rules for the entity.</summary>
    public bool HasMatchRules { get; init; }

    /// <summary>One for each match rule of the plan; empty where a sample was read, as a sample parts the rows that belong together.</summary>
    public IReadOnlyList<MatchProfile> Matches { get; init; } = [];
}
