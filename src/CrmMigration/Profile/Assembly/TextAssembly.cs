using CrmMigration.Profile.Reading;
using CrmMigration.Profile.Tally;

namespace CrmMigration.Profile.Assembly;

/// <summary>Puts together what is known of the texts of a column.</summary>
/// <param name="figures">Of the whole table; null where all of it was read.</param>
internal sealed class TextAssembly(TextTally tally, TextFigures? figures, ReadRows read)
{
    private const int ShapesShown = 8;
    private const int MostRanges = 24;

    private long Seen => tally.Values - tally.Blank;

    public TextProfile Text()
    {
        var shapes = tally.Shapes.Top(ShapesShown);
        var nothing = tally.Values == 0;
        return new()
        {
            Blank = figures is null || nothing ? Share.Exact(tally.Blank, tally.Values) : Share.Exact(figures.Blank, read.TableRows - figures.Nulls),
            Shortest = figures?.Least ?? (nothing ? 0 : tally.Lengths.Least),
            Longest = figures?.Most ?? tally.Lengths.Most,
            Average = figures?.Average ?? (nothing ? 0 : (double)tally.Lengths.Total / tally.Values),
            Lengths = Lengths(),
            Shapes = [.. shapes.Select(shape => new NamedShare(shape.Shape, Of(shape.Count)))],
            OtherShapes = Of(Seen - shapes.Sum(shape => shape.Count)),
            ShapesMissed = tally.Shapes.Missed,
            Padded = Of(tally.With(TextSigns.Padded)),
            DoubleSpaces = Of(tally.With(TextSigns.DoubleSpace)),
            ControlCharacters = Of(tally.With(TextSigns.Control)),
            Garbled = Of(tally.With(TextSigns.Garbled)),
            AllCapitals = Of(tally.AllCapitals),
            AllSmall = Of(tally.AllSmall),
            MixedCase = Of(tally.MixedCase),
        };
    }

    private Share Of(long values) => read.ShareOf(values, Seen);

    // Ranges of one width, all between the shortest and the longest text.
    private LengthRange[] Lengths()
    {
        if (tally.Values == 0)
        {
            return [];
        }

        var (from, through) = (Math.Min(tally.Lengths.Least, TextLengths.LongestCounted + 1), Math.Min(tally.Lengths.Most, TextLengths.LongestCounted));
        var width = Math.Max(1, (through - from + MostRanges) / MostRanges);
        var ranges = new List<LengthRange>();
        for (var start = from; start <= through; start += width)
        {
            var end = Math.Min(through, start + width - 1);
            ranges.Add(new(start, end, tally.Lengths.Between(start, end)));
        }

        var beyond = tally.Lengths.Between(TextLengths.LongestCounted + 1, TextLengths.LongestCounted + 1);
        return beyond == 0 ? [.. ranges] : [.. ranges, new(TextLengths.LongestCounted + 1, null, beyond)];
    }
}
