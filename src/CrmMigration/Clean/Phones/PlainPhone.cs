namespace CrmMigration.Clean.Phones;

/// <summary>
/// The shortcut for valid phone numbers of digits and the commonest signs between them. It reads the bytes, so that such a number is not
/// decoded; <see cref="PhoneNumber"/> reads all others.
/// </summary>
internal static class PlainPhone
{
    private const int FewestDigits = 3;

    // A bit for each sign below 64.
    private const ulong Separators = (1UL << ' ') | (1UL << '-') | (1UL << '.') | (1UL << '(') | (1UL << ')');

    /// <summary>Writes what <see cref="PhoneNumber.Clean"/> does, and returns its length; 0, with nothing decided, where it is not plain.</summary>
    public static int Clean(ReadOnlySpan<byte> raw, PhoneRegion? region, Span<char> destination)
    {
        Span<byte> digits = stackalloc byte[DialledNumber.MostDigits];
        var hasPlus = !raw.IsEmpty && raw[0] == '+';
        var count = ReadDigits(hasPlus ? raw[1..] : raw, digits);
        return count < FewestDigits || raw.TrimEnd((byte)' ').EndsWith(".0"u8) ? 0 : new DialledNumber(digits[..count], hasPlus, region).Write(destination).Length;
    }

    private static int ReadDigits(ReadOnlySpan<byte> raw, Span<byte> digits)
    {
        if (raw.Length >= PhoneText.MostCharacters)
        {
            return 0;
        }

        var count = 0;
        foreach (var c in raw)
        {
            if (char.IsAsciiDigit((char)c))
            {
                if (count == digits.Length)
                {
                    return 0;
                }

                digits[count++] = (byte)(c - '0');
            }
            else if (c >= 64 || ((Separators >> c) & 1) == 0)
            {
                return 0;
            }
        }

        return count;
    }
}
