namespace CrmMigration.Clean.Phones;

/// <summary>
/// The extension at the end of a text, in the spellings that libphonenumber knows (x12, ext. 12, доб. 12, int 12, #12, ~12, ;ext=12,
/// ",, 12", "- 12#"), and after some more words in other languages (<see cref="PhoneWords"/>).
/// </summary>
/// <param name="Start">Where it begins, with the signs and words before its digits; -1 where there is none.</param>
/// <param name="DigitsStart">Where its digits begin.</param>
/// <param name="DigitsEnd">Where its digits end.</param>
/// <param name="IsUnnamed">Whether only a comma or semicolon sets it apart, so that it may as well be a second number.</param>
internal readonly record struct PhoneExtension(int Start, int DigitsStart, int DigitsEnd, bool IsUnnamed)
{
    public const int MostDigits = 20;
    private const int MostAfterSemicolon = 15;
    private const int MostAfterSign = 9;
    private const int MostBeforeHash = 6;
    private const string OfUri = ";ext=";

    public static PhoneExtension None => new(-1, 0, 0, false);

    public bool IsFound => Start >= 0;

    /// <summary>Finds the extension that begins first, as a search from the left would.</summary>
    public static PhoneExtension Find(ReadOnlySpan<char> text)
    {
        var hasHash = text.EndsWith('#');
        var end = text.Length - (hasHash ? 1 : 0);
        var digits = end;
        while (digits > 0 && char.IsAsciiDigit(text[digits - 1]))
        {
            digits--;
        }

        var count = end - digits;
        if (count is 0 or > MostDigits)
        {
            return None;
        }

        var before = text[..digits];
        if (!hasHash && before.EndsWith(OfUri, StringComparison.OrdinalIgnoreCase))
        {
            return new(digits - OfUri.Length, digits, end, false);
        }

        var label = before.TrimEnd(" ,-");
        label = label is [.., ':' or '.'] ? label[..^1] : label;
        var named = StartOfNamed(before.TrimEnd(" ,-./:="), count);
        var unnamed = StartOfUnnamed(before, label, count);
        var american = hasHash && count <= MostBeforeHash ? StartOfRun(before, " -") : -1;
        return Earliest(named, unnamed, american) is var start && start < 0 ? None : new(start, digits, end, named < 0 && american < 0);
    }

    // A word or sign, and the signs before it.
    private static int StartOfNamed(ReadOnlySpan<char> label, int count)
    {
        var length = PhoneWords.LengthOfExtensionMark(label);
        if (length == 0 && count <= MostAfterSign)
        {
            length = label.EndsWith("int", StringComparison.OrdinalIgnoreCase) ? 3 : label is [.., 'x' or 'X' or '#' or '~'] ? 1 : 0;
        }

        return length == 0 ? -1 : label[..^length].TrimEnd(" ,;/.").Length;
    }

    // Commas or one semicolon, and the blanks before them.
    private static int StartOfUnnamed(ReadOnlySpan<char> before, ReadOnlySpan<char> label, int count)
    {
        if (label is [.., ';'])
        {
            return count <= MostAfterSemicolon ? label[..^1].TrimEnd(' ').Length : -1;
        }

        var gap = label.Length == before.Length || before[label.Length] is ' ' or ',' or '-' ? label.Length : label.Length + 1;
        var comma = before[gap..].IndexOf(',');
        var first = label is [.., ','] ? StartOfRun(label, ",") : comma >= 0 ? gap + comma : -1;
        if (first < 0 || count > (before[first..].StartsWith(",,") ? MostAfterSemicolon : MostAfterSign))
        {
            return -1;
        }

        return before[..first].TrimEnd(' ').Length;
    }

    private static int StartOfRun(ReadOnlySpan<char> text, string signs)
    {
        var start = text.TrimEnd(signs).Length;
        return start < text.Length ? start : -1;
    }

    private static int Earliest(int first, int second, int third)
    {
        var start = Math.Min((uint)first, Math.Min((uint)second, (uint)third));
        return (int)start;
    }
}
