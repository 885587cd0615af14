namespace CrmMigration.Clean.Names;

/// <summary>
/// Finds where a nickname in brackets or quotes ends. Every search is short or remembered, so that a text full of openings takes linear
/// time.
/// </summary>
internal readonly ref struct NicknameQuotes(ReadOnlySpan<char> text)
{
    private const int LongestNickname = 100;

    private readonly ReadOnlySpan<char> text = text;

    /// <summary>Quotes and brackets that always part words; the apostrophe is not among them.</summary>
    public static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '(' or ')' or '[' or ']' or '{' or '}';

    /// <summary>
    /// Whether the single quote at <paramref name="start"/> opens a nickname; if not, it is an apostrophe, as in 't Hooft.
    /// </summary>
    public bool Opens(int start) => TryFindEnd(start, out _);

    /// <summary>The place of the last closing sign of the nickname that opens at <paramref name="start"/>.</summary>
    public bool TryFindEnd(int start, out int end)
    {
        end = text[start] switch
        {
            '(' => FindClose(start, ")"),
            '[' => FindClose(start, "]"),
            '{' => FindClose(start, "}"),
            '"' or '“' or '”' or '„' => FindClose(start, "\"“”"),
            '«' => FindClose(start, "»"),
            '\'' or '‘' or '’' => FindApostrophe(start),
            _ => -1,
        };
        return end > start;
    }

    private int FindClose(int start, string closing)
    {
        var reach = text.Slice(start + 1, Math.Min(LongestNickname, text.Length - start - 1));
        var found = reach.IndexOfAny(closing);
        return found < 0 ? -1 : start + 1 + found;
    }

    // A single quote closes where no letter follows it; one that follows a space opens something else.
    private int FindApostrophe(int start)
    {
        var first = start + 1;
        while (first < text.Length && IsApostrophe(text[first]))
        {
            first++;
        }

        var limit = Math.Min(text.Length, first + LongestNickname);
        for (var i = first + 1; i < limit; i++)
        {
            if (!IsApostrophe(text[i]))
            {
                continue;
            }

            if (text[i - 1] == ' ')
            {
                return -1;
            }

            while (i + 1 < text.Length && IsApostrophe(text[i + 1]))
            {
                i++;
            }

            return i + 1 == text.Length || !char.IsLetter(text[i + 1]) ? i : -1;
        }

        return -1;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '‘' or '’';
}
