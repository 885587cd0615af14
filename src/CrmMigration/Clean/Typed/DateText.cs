using System.Globalization;

namespace CrmMigration.Clean.Typed;

/// <summary>Reads a date's text from left to right. What cannot be read leaves the place where it was and is false.</summary>
internal ref struct DateText(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int place;

    public readonly bool IsAtEnd => place == text.Length;

    private readonly ReadOnlySpan<char> Rest => text[place..];

    /// <summary>As many digits as there are, of any script.</summary>
    public bool TryNumber(int least, int most, out int number)
    {
        (number, var length) = (0, 0);
        while (length < most && place + length < text.Length
            && CharUnicodeInfo.GetDecimalDigitValue(text[place + length]) is var digit && digit >= 0)
        {
            number = (number * 10) + digit;
            length++;
        }

        place += length >= least ? length : 0;
        return length >= least;
    }

    /// <summary>One to nine digits behind a second's point, the first six of which count.</summary>
    public bool TryFraction(out int microseconds)
    {
        var start = place;
        if (!TryNumber(1, 9, out var number))
        {
            microseconds = 0;
            return false;
        }

        for (var digits = place - start; digits != 6; digits += digits < 6 ? 1 : -1)
        {
            number = digits < 6 ? number * 10 : number / 10;
        }

        microseconds = number;
        return true;
    }

    public bool TryLiteral(char literal, bool lenient)
    {
        var isThere = !IsAtEnd && (Lower(text[place]) == Lower(literal) || (lenient && IsSeparator(text[place]) && IsSeparator(literal)));
        place += isThere ? 1 : 0;
        return isThere;
    }

    public bool TryBlanks()
    {
        var start = place;
        place = text.Length - Rest.TrimStart().Length;
        return place > start;
    }

    /// <summary>A word, with the dot of its abbreviation unless the format has a dot there.</summary>
    public bool TryWord(bool dotFollows, out ReadOnlySpan<char> word)
    {
        var length = 0;
        while (length < Rest.Length && (char.IsLetter(Rest[length]) || Rest[length] is >= '\u0300' and <= '\u036F'))
        {
            length++;
        }

        word = Rest[..length];
        place += length;
        place += length > 0 && !dotFollows && !IsAtEnd && text[place] == '.' ? 1 : 0;
        return length > 0;
    }

    /// <summary>AM or PM, with or without dots.</summary>
    public bool TryHalfDay(out bool isAfternoon)
    {
        isAfternoon = !IsAtEnd && Lower(text[place]) == 'p';
        foreach (var half in (ReadOnlySpan<string>)["a.m.", "a.m", "am", "p.m.", "p.m", "pm"])
        {
            if (Rest.StartsWith(half, StringComparison.OrdinalIgnoreCase))
            {
                place += half.Length;
                return true;
            }
        }

        return false;
    }

    /// <summary>Z, UTC, GMT, or the clock's lead as +02:00, +0200 or +02; in minutes.</summary>
    public bool TryOffset(out int minutes)
    {
        minutes = 0;
        foreach (var name in (ReadOnlySpan<string>)["Z", "UTC", "GMT"])
        {
            if (Rest.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                place += name.Length;
                return true;
            }
        }

        var isBehind = !IsAtEnd && text[place] is '-' or '−';
        if (!isBehind && !TryLiteral('+', false))
        {
            return false;
        }

        place += isBehind ? 1 : 0;
        if (!TryNumber(2, 2, out var hours))
        {
            return false;
        }

        var hasColon = TryLiteral(':', false);
        var hasMinutes = TryNumber(2, 2, out var rest);
        minutes = ((hours * 60) + rest) * (isBehind ? -1 : 1);
        return (hasMinutes || !hasColon) && rest < 60;
    }

    private static bool IsSeparator(char c) => c is '.' or '/' or '-' or ' ' or ',';

    private static char Lower(char c) => char.ToLowerInvariant(c);
}
