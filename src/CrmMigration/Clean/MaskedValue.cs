using System.Globalization;
using System.Text;

namespace CrmMigration.Clean;

/// <summary>
/// A value as people may see it who must not learn it: enough to tell what a rule did, too little to know the person.
/// <c>John Smith</c> becomes <c>J••• S••••</c>, <c>ann@example.com</c> becomes <c>a••@e••••••.c••</c>, <c>+1 212 555 0142</c> becomes
/// <c>+1 ••• ••• ••42</c>.
/// </summary>
public static class MaskedValue
{
    /// <summary>As many characters as are shown; a longer value ends with <c>…</c>.</summary>
    public const int MostShown = 60;

    private const char Hidden = '•';
    private const char Odd = '□';

    // A number with fewer digits is told by two or three of them.
    private const int LeastDigits = 7;

    /// <summary>
    /// The first letter of each word stays, and blanks and punctuation do. Of digits, the first and the last two stay where there are at
    /// least seven. What cannot be printed shows as <c>□</c>. Never the value itself, unless it is blanks and punctuation; null stays null.
    /// </summary>
    public static string? Of(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var masked = Write(value, showsInitials: true);
        return masked == value && value.EnumerateRunes().Any(IsPartOfWord) ? Write(value, showsInitials: false) : masked;
    }

    private static string Write(string value, bool showsInitials)
    {
        var digits = value.EnumerateRunes().Count(Rune.IsDigit);
        var shown = new StringBuilder();
        var (length, digit, inWord) = (0, 0, false);
        foreach (var rune in value.EnumerateRunes())
        {
            if (length++ == MostShown)
            {
                return shown.Append('…').ToString();
            }

            if (Rune.IsDigit(rune))
            {
                digit++;
                shown.Append(digits >= LeastDigits && (digit == 1 || digit > digits - 2) ? rune.ToString() : Hidden);
            }
            else
            {
                shown.Append(!IsPrintable(rune) ? Odd.ToString() : IsPartOfWord(rune) && (inWord || !showsInitials) ? Hidden.ToString() : rune.ToString());
            }

            inWord = IsPartOfWord(rune);
        }

        return shown.ToString();
    }

    // Letters, the marks on them, numbers of any kind, and symbols such as emoji.
    private static bool IsPartOfWord(Rune rune) =>
        IsPrintable(rune) && Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherNumber or UnicodeCategory.OtherSymbol;

    private static bool IsPrintable(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
