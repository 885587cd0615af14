namespace CrmMigration.Clean.Phones;

/// <summary>
/// A text (see <see cref="PhoneText"/>) that begins with a plus or a digit and has no extension, as a phone number: the signs that may
/// stand in one are libphonenumber's, and a colon or a line break besides.
/// </summary>
internal static class NumberText
{
    // Fewer letters are taken for slips and carry no digit.
    private const int FewestLetters = 3;
    private const int FewestDigitsBeforeLetters = 3;

    // By the letter: the key of a telephone that it stands on (ITU-T E.161).
    private static ReadOnlySpan<byte> Keys => [2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 9, 9, 9, 9];

    /// <summary>
    /// Writes the number in the form of E.164 where the text is a valid one and nothing else; else a length of 0 and the rule. A number
    /// whose letters stand for digits has a rule that tells so.
    /// </summary>
    public static Cleaned Clean(ReadOnlySpan<char> text, PhoneRegion? region, Span<char> destination)
    {
        Span<byte> digits = stackalloc byte[DialledNumber.MostDigits];
        var number = text.TrimStart('+');
        var hasPlus = number.Length < text.Length;
        var (count, letters) = Read(number, digits);
        if (count < 0)
        {
            return new(0, PhoneRules.UnexpectedText);
        }

        if (letters >= FewestLetters)
        {
            count = Dial(number, digits);
        }

        if (count > digits.Length)
        {
            return new(0, PhoneRules.TooLong);
        }

        var cleaned = new DialledNumber(digits[..count], hasPlus, region).Write(destination);
        return cleaned.Length > 0 && letters >= FewestLetters ? cleaned with { Rule = PhoneRules.LettersDialled } : cleaned;
    }

    /// <summary>Whether the text may be a phone number by its signs: two digits and nothing else, or three and more among its signs.</summary>
    public static bool IsLikeNumber(ReadOnlySpan<char> text)
    {
        if (text is [>= '0' and <= '9', >= '0' and <= '9'])
        {
            return true;
        }

        Span<byte> digits = stackalloc byte[DialledNumber.MostDigits];
        return Read(text.TrimStart('+'), digits).Digits >= FewestDigitsBeforeLetters;
    }

    // The digits, all of which are counted though there may be no room for them, and the number of letters; -1 where it is no number.
    private static (int Digits, int Letters) Read(ReadOnlySpan<char> number, Span<byte> digits)
    {
        var (count, letters) = (0, 0);
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c))
            {
                if (count < digits.Length)
                {
                    digits[count] = (byte)(c - '0');
                }

                count++;
            }
            else if (char.IsAsciiLetter(c))
            {
                letters++;
                if (count < FewestDigitsBeforeLetters && (c | 0x20) != 'x')
                {
                    return (-1, letters);
                }
            }
            else if (!IsSeparator(c))
            {
                return (-1, letters);
            }
        }

        return (count, letters);
    }

    private static int Dial(ReadOnlySpan<char> number, Span<byte> digits)
    {
        var count = 0;
        foreach (var c in number)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                continue;
            }

            if (count < digits.Length)
            {
                digits[count] = char.IsAsciiDigit(c) ? (byte)(c - '0') : Keys[(c | 0x20) - 'a'];
            }

            count++;
        }

        return count;
    }

    private static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '(' or ')' or '/' or '[' or ']' or '~' or '*' or ':' or '\n';
}
