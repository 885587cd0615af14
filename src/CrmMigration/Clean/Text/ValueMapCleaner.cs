using System.Collections.Frozen;

namespace CrmMigration.Clean.Text;

/// <summary>
/// One value in place of another, from a list: M becomes male. Blank space around a value is no difference, and letter case none where no
/// value of that very spelling is listed. No value stays none, unless the list says what the empty text becomes.
/// </summary>
public sealed class ValueMapCleaner : TextCleaner
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> exact;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> anyCase;
    private readonly IReadOnlyDictionary<string, string> values;
    private readonly int longest;

    /// <param name="values">What becomes of what; an empty text for no value.</param>
    public ValueMapCleaner(IReadOnlyDictionary<string, string> values)
    {
        this.values = values;
        longest = values.Values.Max(value => value.Length);
        var trimmed = values.Select(value => KeyValuePair.Create(new string(BlankSpace.Trim(value.Key)), value.Value)).ToList();
        exact = trimmed.DistinctBy(value => value.Key)
            .ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        anyCase = trimmed.DistinctBy(value => value.Key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What all other values become; null: <see cref="Unlisted"/> says.</summary>
    public string? Otherwise { get; init; }

    public UnlistedValue Unlisted { get; init; }

    public override bool RejectsRow => Unlisted == UnlistedValue.Reject;

    public override int MostWritten(int length) => Math.Max(Math.Max(longest, Otherwise?.Length ?? 0), Unlisted == UnlistedValue.Keep ? length : 0);

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var trimmed = BlankSpace.Trim(text);
        if (exact.TryGetValue(trimmed, out var mapped) || anyCase.TryGetValue(trimmed, out mapped))
        {
            return Write(mapped, destination);
        }

        return trimmed.IsEmpty ? Cleaned.Blank
            : Otherwise is not null ? Write(Otherwise, destination)
            : Unlisted == UnlistedValue.Keep ? Write(text, destination)
            : new(0, TextRules.NotListed);
    }

    /// <summary>What the value that is spelled most like this one becomes.</summary>
    public override int Suggest(ReadOnlySpan<char> text, Span<char> destination)
    {
        const int ShortestGuess = 3;
        const int LongestGuess = 64;
        var trimmed = BlankSpace.Trim(text);
        return trimmed.Length is >= ShortestGuess and <= LongestGuess && NearestName.Of(trimmed.ToString(), values.Keys) is { } nearest
            ? Write(values[nearest], destination).Length
            : 0;
    }

    private static Cleaned Write(ReadOnlySpan<char> value, Span<char> destination)
    {
        value.CopyTo(destination);
        return new(value.Length, null);
    }
}
