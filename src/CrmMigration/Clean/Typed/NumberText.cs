using System.Globalization;

namespace CrmMigration.Clean.Typed;

/// <summary>
/// The digits of one number, written to a destination: before the point without leading zeros but at least one, then the point and the
/// decimals, if any.
/// </summary>
internal ref struct NumberText(Span<char> destination)
{
    /// <summary>What it may be longer than the text it was read from: by a minus, a zero and a point, and by the zeros of an exponent.</summary>
    public const int Growth = LargestExponent + 8;

    private const int LargestExponent = 99;

    private readonly Span<char> digits = destination;
    private int length;
    private int point;
    private int exponent;

    /// <summary>Takes the text in as bare digits; the rule that it breaks, or null.</summary>
    public Rule? Read(ReadOnlySpan<char> core, NumberSigns signs)
    {
        var groups = default(DigitGroups);
        var seen = 0;
        point = -1;
        for (var i = 0; i < core.Length; i++)
        {
            var c = NormalForm.Narrow(core[i]);
            if (CharUnicodeInfo.GetDecimalDigitValue(c) is var digit && digit >= 0)
            {
                Add((char)('0' + digit));
                groups.AddDigit();
                seen++;
            }
            else if (c == signs.Decimal || c == '٫')
            {
                if (point >= 0 || !groups.TryEnd())
                {
                    return TypedRules.Separators;
                }

                point = length;
            }
            else if (c is 'e' or 'E' && seen > 0)
            {
                return TryExponent(core[(i + 1)..]) && (point >= 0 || groups.TryEnd()) ? null : TypedRules.NotANumber;
            }
            else if (FaultAt(c, signs, ref groups) is { } fault)
            {
                return fault;
            }
        }

        return seen == 0 ? TypedRules.NotANumber : point >= 0 || groups.TryEnd() ? null : TypedRules.Separators;
    }

    /// <summary>Sets the point, moved to the right by so many places and by the text's own exponent.</summary>
    public void Shift(int places)
    {
        places += exponent;
        point = (point < 0 ? length : point) + places;
        Pad();
        var zeros = 0;
        while (zeros < point - 1 && digits[zeros] == '0')
        {
            zeros++;
        }

        digits[zeros..length].CopyTo(digits);
        (length, point) = (length - zeros, point - zeros);
        if (point < length)
        {
            digits[point..length].CopyTo(digits[(point + 1)..]);
            digits[point] = '.';
            length++;
        }
    }

    /// <summary>Leaves the decimals out; false when they are not all zeros.</summary>
    public bool TryCutZeros()
    {
        var isWhole = length <= point || !digits[(point + 1)..length].ContainsAnyExcept('0');
        length = Math.Min(length, point);
        return isWhole;
    }

    /// <summary>Puts the minus before what is negative and not zero; the length of all.</summary>
    public int Sign(bool isNegative)
    {
        if (isNegative && digits[..length].ContainsAnyExcept('0', '.'))
        {
            digits[..length].CopyTo(digits[1..]);
            digits[0] = '-';
            length++;
        }

        return length;
    }

    private readonly Rule? FaultAt(char c, NumberSigns signs, ref DigitGroups groups)
    {
        var kind = DigitGroups.KindOf(c, signs);
        return kind != '\0' ? point < 0 && groups.TryClose(kind) ? null : TypedRules.Separators
            : c is '.' or ',' ? TypedRules.Separators
            : TypedRules.NotANumber;
    }

    // Leading zeros are left out while they are read, but for what may turn out to be the only digit.
    private void Add(char digit)
    {
        if (point < 0 && length == 1 && digits[0] == '0')
        {
            length = 0;
        }

        digits[length++] = digit;
    }

    private bool TryExponent(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
        && exponent is >= -LargestExponent and <= LargestExponent;

    // Zeros where the point lies outside of the digits, or right before them.
    private void Pad()
    {
        var before = Math.Max(0, 1 - point);
        digits[..length].CopyTo(digits[before..]);
        digits[..before].Fill('0');
        (length, point) = (length + before, point + before);
        if (point > length)
        {
            digits[length..point].Fill('0');
            length = point;
        }
    }
}
