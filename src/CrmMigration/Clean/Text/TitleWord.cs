namespace CrmMigration.Clean.Text;

/// <summary>Gives one word its capitals: at its beginning, behind a hyphen, an initial's dot, Mc and O', and in Roman numerals.</summary>
internal static class TitleWord
{
    /// <param name="word">Begins and ends with a letter or digit.</param>
    public static void Write(Span<char> word, TitlePlace place)
    {
        if (TitleWords.IsRoman(word, place))
        {
            Raise(word);
            return;
        }

        var first = true;
        while (!word.IsEmpty)
        {
            var length = word.IndexOfAny('-', '/', '+');
            length = length < 0 ? word.Length : length;
            var isWithin = !first && length < word.Length && TitleWords.IsSmallWithin(word[..length]);
            WritePart(word[..length], isWithin);
            word = word[Math.Min(word.Length, length + 1)..];
            first = false;
        }
    }

    private static void Raise(Span<char> roman)
    {
        foreach (ref var c in roman)
        {
            c = char.ToUpperInvariant(c);
        }
    }

    private static void WritePart(Span<char> part, bool isSmall)
    {
        var start = 0;
        for (var i = 0; i < part.Length; i++)
        {
            part[i] = i == start && !isSmall ? LetterCase.ToUpper(part[i]) : LetterCase.ToLower(part[i]);
            start = NextStart(part, start, i);
        }

        if (part is ['I', 'j', _, _, ..] && !"aeiouyáéèë".Contains(part[2], StringComparison.Ordinal))
        {
            part[1] = 'J';
        }

        if (part.Length > 1 && part[^1] == 'σ')
        {
            part[^1] = 'ς';
        }
    }

    // Where the next capital stands, seen from the letter at i; where none is due, what it was.
    private static int NextStart(ReadOnlySpan<char> part, int start, int i)
    {
        var after = part.Length - i - 1;
        return part[i] switch
        {
            '.' or '&' or ',' or ';' or '(' or '[' or '"' => i + 1,
            '\'' or '’' when LetterCase.BeginsName(part[start..i], after) => i + 1,
            'c' when i == start + 1 && part[start] == 'M' && after > 2 => i + 1,

            // 12B, but 1st and 100ml.
            >= '0' and <= '9' when after == 1 => i + 1,

            // 's-Hertogenbosch
            '\'' or '’' => start,
            _ => i == start && !char.IsLetterOrDigit(part[i]) ? i + 1 : start,
        };
    }
}
