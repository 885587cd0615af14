namespace CrmMigration.Profile;

/// <summary>One column of a source table.</summary>
public sealed record ColumnProfile
{
    public required string Name { get; init; }

    /// <summary>As SQL writes it.</summary>
    public required string Type { get; init; }

    public required bool NotNull { get; init; }

    /// <summary>The target columns that the plan moves it to; empty when it stays behind, or the plan's mistakes allow no answer.</summary>
    public IReadOnlyList<string> MovesTo { get; init; } = [];

    /// <summary>The plan's transforms on the way; empty for a copy.</summary>
    public IReadOnlyList<string> Transforms { get; init; } = [];

    /// <summary>Of all rows; exact.</summary>
    public required Share Nulls { get; init; }

    /// <summary>Null for types that are not looked at (json, arrays, bytea and the like).</summary>
    public DistinctValues? Distinct { get; init; }

    /// <summary>Of finite numbers and dates, over all rows: keys and references exact, other numbers cut to three digits, dates to their month.</summary>
    public string? Lowest { get; init; }

    public string? Highest { get; init; }

    /// <summary>NaN, over all rows.</summary>
    public long NotNumbers { get; init; }

    /// <summary>Infinite numbers and dates, over all rows.</summary>
    public long Infinite { get; init; }

    /// <summary>What stands there in place of no value, such as n/a or 1900-01-01.</summary>
    public IReadOnlyList<NamedShare> Placeholders { get; init; } = [];

    /// <summary>The codes of a column that holds nothing else; null where values are not shown.</summary>
    public IReadOnlyList<NamedShare>? Codes { get; init; }

    /// <summary>Null for a column that is not text.</summary>
    public TextProfile? Text { get; init; }

    /// <summary>What each cleaner would make of the values; empty for a column that is not text.</summary>
    public IReadOnlyList<CleanerShares> Cleaners { get; init; } = [];
}
