using System.Text;

namespace CrmMigration.Clean;

/// <summary>
/// Reads formats such as <c>{street}, {zip} {city} ({country})</c>. Between two parts stands a separator; words and opening brackets right
/// before a part, and closing ones right behind it, belong to the part. A brace that is meant is doubled: <c>{{</c>.
/// </summary>
public static class TextFormat
{
    private const string Opening = "([{<«“‘„";
    private const string Closing = ")]}>»”’";

    /// <summary>The parts in order, at least one; false, and what is wrong, for a text that is no format.</summary>
    public static bool TryParse(string format, out IReadOnlyList<FormatPart> parts, out string fault)
    {
        var (literals, columns) = (new List<string>(), new List<string>());
        parts = [];
        fault = Cut(format, literals, columns) ?? (columns.Count == 0 ? "there is no column in braces" : "");
        if (fault.Length == 0)
        {
            parts = [.. columns.Select((column, i) => PartOf(column, i == 0, literals[i], i == columns.Count - 1, literals[i + 1]))];
        }

        return fault.Length == 0;
    }

    /// <summary>Adds a part's value, if it has one, to what was written; returns the new length.</summary>
    /// <param name="before">The separator behind the last part that was written; null when there is none yet.</param>
    public static int Append(FormatPart part, string? before, ReadOnlySpan<char> value, Span<char> destination, int length)
    {
        length = Add(before, destination, length);
        length = Add(part.Before, destination, length);
        length = Add(value, destination, length);
        return Add(part.Behind, destination, length);
    }

    private static int Add(ReadOnlySpan<char> piece, Span<char> destination, int length)
    {
        piece.CopyTo(destination[length..]);
        return length + piece.Length;
    }

    private static FormatPart PartOf(string column, bool isFirst, string before, bool isLast, string behind)
    {
        var closing = isLast ? behind.Length : CountClosing(behind);
        var word = isFirst ? 0 : WordStart(before);
        return new(column, before[word..], behind[..closing], isLast ? "" : behind[closing..WordStart(behind)]);
    }

    private static int CountClosing(string literal) => literal.Length - literal.AsSpan().TrimStart(Closing).Length;

    // Where, behind the closing brackets, the first word or opening bracket stands.
    private static int WordStart(string literal)
    {
        var start = CountClosing(literal);
        while (start < literal.Length && !char.IsLetterOrDigit(literal[start]) && !Opening.Contains(literal[start], StringComparison.Ordinal))
        {
            start++;
        }

        return start;
    }

    // One literal more than columns: before, between and behind them.
    private static string? Cut(string format, List<string> literals, List<string> columns)
    {
        var literal = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if (c is not ('{' or '}') || (i + 1 < format.Length && format[i + 1] == c))
            {
                literal.Append(c);
                i += c is '{' or '}' ? 1 : 0;
                continue;
            }

            var end = c == '{' ? format.IndexOf('}', i) : -1;
            if (end < i + 2)
            {
                return $"the brace at character {i + 1} {(c == '{' ? "holds no column" : "closes nothing")}";
            }

            literals.Add(literal.ToString());
            columns.Add(format[(i + 1)..end]);
            literal.Clear();
            i = end;
        }

        literals.Add(literal.ToString());
        return null;
    }
}
