namespace CrmMigration.Clean;

/// <summary>
/// What remains of words when letter case, marks, punctuation and width are no difference: <c>Türkiye</c> and <c>TURKIYE</c> are one, and so
/// are <c>U.S.A.</c> and <c>usa</c>. For looking words up, never for writing them.
/// </summary>
internal static class LetterFold
{
    // Latin, Greek and Cyrillic letters with marks stand below.
    private const int End = 0x2000;
    private const string Strokes = "øoØołlŁlđdĐdðdÐdþtÞtħhĦhıiŧtŦtəeƏe";

    private static readonly char[] Letters = MakeLetters();

    /// <summary>
    /// Writes the words with one space between two of them; what stands for two letters is written as two. Apostrophes, dots and marks join
    /// what they stand between, everything else that is no letter or digit parts it.
    /// </summary>
    /// <returns>The number of characters; -1 where the destination is too short.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<char> destination)
    {
        var length = 0;
        var parted = false;
        foreach (var sign in text)
        {
            var c = Of(sign);
            if (!IsLetter(c))
            {
                parted |= c != '\0';
                continue;
            }

            var (first, second) = Pair(c);
            var room = (parted && length > 0 ? 1 : 0) + (second == '\0' ? 1 : 2);
            if (length + room > destination.Length)
            {
                return -1;
            }

            if (parted && length > 0)
            {
                destination[length++] = ' ';
            }

            parted = false;
            destination[length++] = first;
            if (second != '\0')
            {
                destination[length++] = second;
            }
        }

        return length;
    }

    /// <summary>The folded words as a text; for lists that are read once.</summary>
    public static string Of(string text)
    {
        Span<char> folded = stackalloc char[256];
        return new(folded[..Write(text, folded)]);
    }

    /// <summary>A letter without its marks and case, a space for what parts words, and '\0' for what joins them.</summary>
    private static char Of(char c)
    {
        var narrow = NormalForm.Narrow(c);
        return narrow < End ? Letters[narrow] : narrow is '\u2019' or '\u2018' || BlankSpace.IsInvisible(narrow) ? '\0' : narrow;
    }

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c);

    // The vowels of Indian scripts are marks, so that beyond the scripts above marks count.
    private static bool IsMark(char c) =>
        c >= 0x80 && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static (char First, char Second) Pair(char c) => c switch
    {
        'ß' => ('s', 's'),
        'æ' => ('a', 'e'),
        'œ' => ('o', 'e'),
        _ => (c, '\0'),
    };

    private static char[] MakeLetters()
    {
        var letters = new char[End];
        foreach (var (pair, composed) in NormalForm.Pairs.Where(pair => pair.Value < End))
        {
            letters[composed] = (char)(pair >> 16);
        }

        for (var i = 0; i < Strokes.Length; i += 2)
        {
            letters[Strokes[i]] = Strokes[i + 1];
        }

        for (var i = 0; i < End; i++)
        {
            letters[i] = Folded(letters, (char)i);
        }

        return letters;
    }

    private static char Folded(char[] bases, char c)
    {
        while (bases[c] is var plain && plain != '\0' && plain != c)
        {
            c = plain;
        }

        return c is '\'' or '.' or '`' or '´' or 'ʼ' or 'ʻ' or (>= '\u0300' and <= '\u036F') || BlankSpace.IsInvisible(c) ? '\0'
            : IsLetter(c) ? c == 'ẞ' ? 'ß' : char.ToLowerInvariant(c)
            : ' ';
    }
}
