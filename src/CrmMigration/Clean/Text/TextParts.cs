namespace CrmMigration.Clean.Text;

/// <summary>
/// Several parts of a text that a separator divides. Parts are counted from the beginning, and, of what these leave, from the end; what is left
/// between them is the rest. So each part is given once, and a text of few parts has none at the end.
/// </summary>
public sealed class TextParts
{
    /// <summary>The place of what no other place takes.</summary>
    public const int Rest = 0;

    private readonly PartSeparator separator;
    private readonly int[] places;
    private readonly int fromStart;
    private readonly int fromEnd;
    private readonly bool hasRest;

    /// <param name="separator">At least one character; blank space stands for any stretch of it.</param>
    /// <param name="places">1 is the first part, -1 the last one, <see cref="Rest"/> what is between all that are named.</param>
    public TextParts(string separator, IEnumerable<int> places)
    {
        this.separator = new(separator);
        this.places = [.. places];
        fromStart = Math.Max(0, this.places.Max());
        fromEnd = Math.Max(0, -this.places.Min());
        hasRest = this.places.Contains(Rest);
    }

    /// <summary>Finds the parts, in linear time.</summary>
    /// <param name="parts">Receives for each place its part of the text; an empty one where there is none. Blank space around parts is not taken off.</param>
    /// <returns>Whether there is more between the places than blank space, and nothing takes it.</returns>
    public bool Find(ReadOnlySpan<char> text, Span<Range> parts)
    {
        parts.Clear();
        var trimmed = BlankSpace.Trim(text);
        text.Overlaps(trimmed, out var start);
        var end = trimmed.IsEmpty ? -1 : start + trimmed.Length;
        for (var place = 1; place <= fromStart && end >= 0; place++)
        {
            var (length, next) = separator.First(text[start..end]);
            Give(place, start..(start + length), parts);
            (start, end) = next < 0 ? (0, -1) : (start + next, end);
        }

        for (var place = -1; place >= -fromEnd && end >= 0; place--)
        {
            var (first, before) = separator.Last(text[start..end]);
            Give(place, (start + first)..end, parts);
            end = before < 0 ? -1 : start + before;
        }

        if (end < 0)
        {
            return false;
        }

        Give(Rest, start..end, parts);
        return !hasRest && !BlankSpace.Trim(text[start..end]).IsEmpty;
    }

    private void Give(int place, Range part, Span<Range> parts)
    {
        var at = Array.IndexOf(places, place);
        if (at >= 0)
        {
            parts[at] = part;
        }
    }
}
