using System.Buffers;

namespace CrmMigration.Clean.Emails;

/// <summary>
/// Finds the one address in what programs and people write around it: Jane Doe &lt;jane@example.org&gt;, mailto:jane@example.org, quotes,
/// brackets, and the sign that parts a list. With a second address, a line break or anything else beside it, there is none.
/// </summary>
internal static class EmailWrapping
{
    // A name, its brackets, a label and the quotes: no real value has more around it.
    private const int MostLayers = 6;

    private const string Openings = "\"'<[({“‘«`";
    private const string Closings = "\"'>])}”’»`";

    private static readonly SearchValues<char> Controls = SearchValues.Create(string.Concat(Enumerable.Range(0, ' ').Select(c => (char)c)));

    private static readonly string[] Labels = ["mailto:", "email:", "e-mail:", "mail:", "e-mail :", "email :"];

    /// <param name="inner">Where the address lies; it is not checked here.</param>
    public static bool TryFind(ReadOnlySpan<char> text, out Range inner)
    {
        inner = default;
        if (text.ContainsAny(Controls))
        {
            return false;
        }

        var (start, end) = (0, text.Length);
        for (var layer = 0; layer < MostLayers && Peel(text, ref start, ref end); layer++)
        {
            inner = start..end;
        }

        return !inner.Equals(default) && text[inner].Count('@') == 1;
    }

    private static bool Peel(ReadOnlySpan<char> text, ref int start, ref int end)
    {
        var part = text[start..end];
        var length = part.Length;
        var (from, to) = part.IsEmpty ? (0, 0)
            : part[^1] is ',' or ';' && !part.EndsWith(".co,") ? (0, length - 1)
            : part[0] is ',' or ';' ? (1, length)
            : length > 2 && Openings.IndexOf(part[0], StringComparison.Ordinal) is var quote and >= 0 && part[^1] == Closings[quote] ? (1, length - 1)
            : part[^1] == '>' && AddressStart(part) is var address and > 0 ? (address, length - 1)
            : (LabelLength(part), LengthBeforeQuery(part));
        if (from == 0 && to == length)
        {
            return false;
        }

        (start, end) = (start + from, start + to);
        while (start < end && BlankSpace.IsBlank(text[start]))
        {
            start++;
        }

        while (start < end && BlankSpace.IsBlank(text[end - 1]))
        {
            end--;
        }

        return start < end;
    }

    // Behind the only bracket, where a name stands before it or the same address again; else 0.
    private static int AddressStart(ReadOnlySpan<char> part)
    {
        var bracket = part.IndexOf('<');
        if (bracket < 0 || part[(bracket + 1)..].Contains('<') || part[..^1].Contains('>'))
        {
            return 0;
        }

        var before = part[..bracket].Trim();
        var address = part[(bracket + 1)..^1];
        return !before.Contains('@') || before.Equals(address[LabelLength(address)..], StringComparison.OrdinalIgnoreCase) ? bracket + 1 : 0;
    }

    private static int LabelLength(ReadOnlySpan<char> part)
    {
        foreach (var label in Labels)
        {
            if (part.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                return label.Length;
            }
        }

        return 0;
    }

    // "mailto:jane@example.org?subject=Hello"
    private static int LengthBeforeQuery(ReadOnlySpan<char> part) =>
        part.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && part.IndexOf('?') is var query and > 0 ? query : part.Length;
}
