using CrmMigration.Clean.Names;

namespace CrmMigration.Clean;

/// <summary>
/// Gives names that were typed in one letter case throughout the case they are written with: McDonald, O'Brien, van der Berg.
/// </summary>
internal static class LetterCase
{
    /// <summary>Georgian letters have capitals only for headlines, so they count as caseless.</summary>
    public static LetterCasing Of(ReadOnlySpan<char> text)
    {
        var (lower, upper) = (false, false);
        foreach (var c in text)
        {
            lower |= c < 0x80 ? char.IsAsciiLetterLower(c) : char.IsLower(c) && !IsGeorgian(c);
            upper |= c < 0x80 ? char.IsAsciiLetterUpper(c) : char.IsUpper(c) && !IsGeorgian(c);
            if (lower && upper)
            {
                return LetterCasing.Mixed;
            }
        }

        return lower ? LetterCasing.Lower : upper ? LetterCasing.Upper : LetterCasing.Mixed;
    }

    /// <summary>
    /// Changes each word in place, never its length. Particles become small, except a last word, which is the name itself, and a single
    /// letter that follows no whole word.
    /// </summary>
    public static void Tidy(Span<char> name)
    {
        var before = 0;
        while (!name.IsEmpty)
        {
            var space = name.IndexOf(' ');
            var word = space < 0 ? name : name[..space];
            var isSmall = space >= 0 && (NameLexicon.Find(word) & NameWord.Small) != 0 && word[^1] != '.'
                && (word.Length > 1 || before > 1);
            Capitalize(word, isSmall);
            before = word.Length;
            name = space < 0 ? [] : name[(space + 1)..];
        }
    }

    private static void Capitalize(Span<char> word, bool isSmall)
    {
        var start = 0;
        for (var i = 0; i < word.Length; i++)
        {
            word[i] = i == start && !isSmall ? ToUpper(word[i]) : ToLower(word[i]);
            if (word[i] is '-' or '.' or '/' || (word[i] is '\'' or '’' && BeginsName(word[start..i], word.Length - i - 1)))
            {
                start = i + 1;
            }
            else if (i == start + 1 && word[start] == 'M' && word[i] == 'c' && word.Length - i > 2)
            {
                start = i + 1;
            }
        }

        if (!isSmall && word[^1] == 'σ')
        {
            word[^1] = 'ς';
        }
    }

    // O'Brien and Dell'Aquila, but not Ng'ang'a and Pe'er.
    internal static bool BeginsName(ReadOnlySpan<char> before, int lettersAfter) =>
        lettersAfter > 1 && (before.Length == 1 || before is "Dell" or "Dall" or "Sant" or "Degl" or "Nell");

    internal static char ToUpper(char c) => IsGeorgian(c) ? c : char.ToUpperInvariant(c);

    internal static char ToLower(char c) => IsGeorgian(c) ? c : char.ToLowerInvariant(c);

    private static bool IsGeorgian(char c) => c is >= '\u10D0' and <= '\u10FF' or >= '\u1C90' and <= '\u1CBF';
}
