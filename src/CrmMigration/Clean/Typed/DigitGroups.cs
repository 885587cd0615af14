using System.Globalization;

namespace CrmMigration.Clean.Typed;

/// <summary>Watches over the signs between thousands: 1,234,567 and the Indian 12,34,567, one sign throughout.</summary>
internal struct DigitGroups
{
    private char sign;
    private int closed;
    private int digits;
    private bool threes;
    private bool pairs;

    /// <summary>A sign's kind, for any of the blanks and apostrophes that part thousands everywhere; '\0' for another character.</summary>
    public static char KindOf(char c, NumberSigns signs) =>
        c == signs.Group ? c
        : c is '\'' or '’' or 'ʼ' or '´' or '`' or '٬' ? '\''
        : c == ' ' || (c >= 0x80 && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator) ? ' '
        : '\0';

    public void AddDigit() => digits++;

    /// <summary>False where no such sign can stand here.</summary>
    public bool TryClose(char kind)
    {
        if (closed == 0)
        {
            (sign, threes, pairs) = (kind, digits is >= 1 and <= 3, digits is 1 or 2);
        }
        else
        {
            (threes, pairs) = (threes && digits == 3, pairs && digits == 2);
        }

        digits = 0;
        closed++;
        return kind == sign && (threes || pairs);
    }

    /// <summary>Whether the digits before the decimals, or the end, make whole groups.</summary>
    public readonly bool TryEnd() => closed == 0 || (digits == 3 && (threes || pairs));
}
