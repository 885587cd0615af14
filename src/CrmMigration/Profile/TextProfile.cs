namespace CrmMigration.Profile;

/// <summary>The texts of a column. Shares are of the values that are neither null nor blank, except for <see cref="Blank"/>.</summary>
public sealed record TextProfile
{
    /// <summary>Empty, or nothing that can be seen; of all that are not null. Exact.</summary>
    public required Share Blank { get; init; }

    /// <summary>In characters; exact, as are the next two.</summary>
    public required int Shortest { get; init; }

    public required int Longest { get; init; }

    public required double Average { get; init; }

    public IReadOnlyList<LengthRange> Lengths { get; init; } = [];

    /// <summary>The most frequent first. Counts are exact, or too low by as much as <see cref="ShapesMissed"/> at most.</summary>
    public IReadOnlyList<NamedShare> Shapes { get; init; } = [];

    /// <summary>Values of all other shapes.</summary>
    public required Share OtherShapes { get; init; }

    public long ShapesMissed { get; init; }

    /// <summary>Blank space at either end.</summary>
    public required Share Padded { get; init; }

    public required Share DoubleSpaces { get; init; }

    /// <summary>Line breaks, tabs, other control characters, and marks without width.</summary>
    public required Share ControlCharacters { get; init; }

    /// <summary>Letters that were read in a wrong encoding once (Ã© for é), or could not be read.</summary>
    public required Share Garbled { get; init; }

    /// <summary>Words of nothing but capitals.</summary>
    public required Share AllCapitals { get; init; }

    public required Share AllSmall { get; init; }

    public required Share MixedCase { get; init; }
}
