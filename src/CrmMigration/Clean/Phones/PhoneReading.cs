namespace CrmMigration.Clean.Phones;

/// <summary>
/// What a text (see <see cref="PhoneText"/>) says: which of it is the number, which the extension, and what is lost when only these are
/// kept. libphonenumber's reading comes first; where it finds no valid number, the one in front of words, or the first of several.
/// </summary>
internal readonly ref struct PhoneReading(ReadOnlySpan<char> text, PhoneRegion? region)
{
    private const int FewestDigitsOfSecond = 5;
    private const int FewestDigitsBeforeVariant = 6;
    private const int MostDigitsOfVariant = 3;
    private const int MostPieces = 8;

    private readonly ReadOnlySpan<char> text = text;

    public PhoneParts Read(Span<char> destination)
    {
        if (TelUri.HasContext(text))
        {
            Span<char> whole = stackalloc char[text.Length];
            var length = TelUri.WriteWithContext(text, whole);
            return length == 0 ? new(0, 0, PhoneRules.NotANumber) : new PhoneReading(whole[..length], region).Read(destination);
        }

        var start = StartOfNumber();
        if (CountDigits(text) == 0)
        {
            return new(0, 0, PhoneRules.NotANumber);
        }

        var number = WithoutFraction(text[start..]);
        number = TelUri.WithoutSubaddress(WithoutSecondExtension(Trim(number)));
        var parts = ReadNumber(number, destination);
        return parts.NumberLength > 0 && parts.Rule is null && !HasOnlyLabels(text[..start]) ? parts with { Rule = PhoneRules.TextLeftOut } : parts;
    }

    private int StartOfNumber()
    {
        var start = 0;
        while (start < text.Length && text[start] != '+' && !char.IsAsciiDigit(text[start]))
        {
            start++;
        }

        return start;
    }

    private PhoneParts ReadNumber(ReadOnlySpan<char> number, Span<char> destination)
    {
        var extension = PhoneExtension.Find(number);
        var isExtension = extension.IsFound && NumberText.IsLikeNumber(number[..extension.Start]) && !IsSecondNumber(number, extension);
        var body = isExtension ? number[..extension.Start] : number;
        var cleaned = CleanBody(body, destination);
        if (cleaned.Length == 0)
        {
            cleaned = CleanFirst(body, cleaned.Rule, destination);
        }

        if (!isExtension || cleaned.Length == 0 || cleaned.Rule == PhoneRules.SecondNumberLeftOut)
        {
            return new(cleaned.Length, 0, cleaned.Rule);
        }

        var digits = number[extension.DigitsStart..extension.DigitsEnd];
        digits.CopyTo(destination[cleaned.Length..]);
        return new(cleaned.Length, digits.Length, cleaned.Rule);
    }

    private Cleaned CleanBody(ReadOnlySpan<char> body, Span<char> destination)
    {
        var word = StartOfWord(body);
        if (word > 0 && NumberText.Clean(Trim(body[..word]), region, destination) is { Length: > 0 } head)
        {
            return head with { Rule = RuleOfRest(body[word..]) };
        }

        var cleaned = NumberText.Clean(body, region, destination);
        return cleaned.Length > 0 && EndsWithVariant(body) ? new(0, PhoneRules.SeveralNumbers) : cleaned;
    }

    // The first number of several, of which the second may be only its other last digits ("020 7946 0018/19").
    private Cleaned CleanFirst(ReadOnlySpan<char> body, Rule? fault, Span<char> destination)
    {
        var (pieces, from) = (0, 1);
        for (var i = 0; i < MostPieces && NextSeparator(body, from) is var at && at > 0; i++)
        {
            var rest = CountDigits(body[at..]);
            var isLast = NextSeparator(body, at + 1) < 0;
            if ((rest is 0 or >= FewestDigitsOfSecond || (rest <= MostDigitsOfVariant && isLast && pieces == 0))
                && NumberText.Clean(Trim(body[..at]), region, destination) is { Length: > 0 } head)
            {
                return head with { Rule = rest > 0 ? PhoneRules.SecondNumberLeftOut : PhoneRules.TextLeftOut };
            }

            pieces += CountDigits(body[(from - 1)..at]) >= FewestDigitsOfSecond ? 1 : 0;
            from = at + 1;
        }

        pieces += CountDigits(body[(from - 1)..]) >= FewestDigitsOfSecond ? 1 : 0;
        return new(0, pieces > 1 ? PhoneRules.SeveralNumbers : fault);
    }

    // Not the plus of an exponent (1.23E+10).
    private static int NextSeparator(ReadOnlySpan<char> body, int from)
    {
        for (var i = from; i < body.Length; i++)
        {
            if (body[i] is '/' or ';' or ',' or '|' or '&' or '\\' or '\n' or '(' || (body[i] == '+' && !char.IsLetter(body[i - 1])))
            {
                return i;
            }
        }

        return -1;
    }

    // A number set apart by a comma or semicolon only is no extension when it is a number by itself.
    private bool IsSecondNumber(ReadOnlySpan<char> number, PhoneExtension extension)
    {
        var digits = number[extension.DigitsStart..extension.DigitsEnd];
        Span<char> ignored = stackalloc char[PhoneNumber.Room];
        return extension.IsUnnamed && digits.Length > FewestDigitsBeforeVariant && NumberText.Clean(digits, region, ignored).Length > 0;
    }

    // "030 901820/21" stands for two numbers that differ at the end, but may be the one of all its digits.
    private static bool EndsWithVariant(ReadOnlySpan<char> body)
    {
        var slash = body.IndexOf('/');
        return slash >= 0
            && CountDigits(body[..slash]) >= FewestDigitsBeforeVariant
            && CountDigits(body[slash..]) is > 0 and <= MostDigitsOfVariant;
    }

    // Where two letters or more stand after a digit, but not the exponent of a spreadsheet's number (1.23E+10).
    private static int StartOfWord(ReadOnlySpan<char> body)
    {
        for (var i = 1; i < body.Length - 1; i++)
        {
            if (char.IsLetter(body[i]) && char.IsLetter(body[i + 1]))
            {
                return i;
            }
        }

        return 0;
    }

    private static Rule? RuleOfRest(ReadOnlySpan<char> rest) =>
        CountDigits(rest) >= FewestDigitsOfSecond ? PhoneRules.SecondNumberLeftOut
        : HasOnlyLabels(rest) ? null
        : PhoneRules.TextLeftOut;

    private static bool HasOnlyLabels(ReadOnlySpan<char> text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i])))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                if (!PhoneWords.IsLabel(text[start..i]) && !PhoneWords.IsExtensionMark(text[start..i]))
                {
                    return false;
                }

                start = -1;
            }
        }

        return true;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return count;
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && !char.IsLetter(text[^1]) && !char.IsNumber(text[^1]) && text[^1] != '#')
        {
            text = text[..^1];
        }

        return text;
    }

    // "2015550123.0" is what a spreadsheet makes of a number.
    private static ReadOnlySpan<char> WithoutFraction(ReadOnlySpan<char> number)
    {
        var digits = number.EndsWith(".0") ? number[..^2] : [];
        return digits.Length >= FewestDigitsBeforeVariant && AsciiDigits.AreAll(digits[1..]) ? digits : number;
    }

    // "x302/x2303": the second extension is that of another number.
    private static ReadOnlySpan<char> WithoutSecondExtension(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is '/' or '\\' && text[(i + 1)..].TrimStart(' ').StartsWith('x'))
            {
                return Trim(text[..i]);
            }
        }

        return text;
    }
}
