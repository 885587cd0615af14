using System.Globalization;

namespace CrmMigration.Clean;

/// <summary>
/// What stands in a phone field, before any country's plan is asked: the digits as ASCII, whether a plus came first, whether an extension
/// follows, and what cannot be part of a phone number.
/// </summary>
internal ref struct PhoneReading(ReadOnlySpan<char> text, Span<char> digits)
{
    private const int FewestDigitsBeforeSlash = 6;
    private const int MostDigitsOfVariant = 3;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> digits = digits;
    private int at;
    private int count;
    private int countAtSlash;
    private bool separated;

    public readonly ReadOnlySpan<char> Digits => digits[..count];

    public bool IsInternational { get; private set; }

    public bool HasExtension { get; private set; }

    /// <summary>Reads to the end, to the extension, or to the first fault, which it returns.</summary>
    public Rule? Read()
    {
        for (; at < text.Length && !HasExtension; at++)
        {
            var c = NormalForm.Narrow(text[at]);
            var fault = char.IsAsciiDigit(c) ? Add(c)
                : IsSeparator(c) ? null
                : c == '+' ? ReadPlus()
                : c is ',' or ';' or '/' ? ReadSeparation(c)
                : c == '#' ? ReadExtension(at + 1)
                : char.IsLetter(c) || c == '×' ? ReadWord()
                : ReadRarity(c);
            if (fault is not null)
            {
                return fault;
            }
        }

        var isVariant = countAtSlash >= FewestDigitsBeforeSlash && count > countAtSlash && count - countAtSlash <= MostDigitsOfVariant;
        return count == 0 ? PhoneRules.NotANumber : isVariant ? PhoneRules.SeveralNumbers : null;
    }

    private static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '(' or ')' or '\'' or '"' or '[' or ']' or ':' or '~';

    private Rule? Add(char digit)
    {
        if (separated)
        {
            return PhoneRules.SeveralNumbers;
        }

        if (count == digits.Length)
        {
            return PhoneRules.TooLong;
        }

        digits[count++] = digit;
        return null;
    }

    private Rule? ReadPlus()
    {
        if (count > 0)
        {
            return PhoneRules.SeveralNumbers;
        }

        IsInternational = true;
        return null;
    }

    // A slash may part the area code ("030/901820") or add a second number's last digits ("030 901820/21"): where it stands tells.
    private Rule? ReadSeparation(char sign)
    {
        if (sign != '/')
        {
            separated = count > 0;
        }
        else if (countAtSlash == 0)
        {
            countAtSlash = count;
        }

        return null;
    }

    private Rule? ReadExtension(int from)
    {
        HasExtension = count > 0 && HasDigit(text[from..]);
        return count > 0 ? null : PhoneRules.NotANumber;
    }

    private Rule? ReadWord()
    {
        var end = at + 1;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        var word = text[at..end];
        var fault = PhoneWords.IsLabel(word) ? null
            : PhoneWords.MarksExtension(word) ? ReadExtension(end)
            : count > 0 || HasDigit(text[end..]) ? PhoneRules.UnexpectedText
            : PhoneRules.NotANumber;
        at = Math.Max(at, end - 1);
        return fault;
    }

    private static bool HasDigit(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private Rule? ReadRarity(char c) =>
        char.IsDigit(c) ? Add((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)))
        : BlankSpace.IsBlank(c) || char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.MathSymbol
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation ? null
        : count > 0 ? PhoneRules.UnexpectedText
        : PhoneRules.NotANumber;
}
