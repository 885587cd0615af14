namespace CrmMigration.Clean;

/// <summary>
/// The shortcut for phone numbers of digits and the commonest signs between them. It reads the bytes, so that such a number is not
/// decoded; <see cref="PhoneReading"/> reads all others.
/// </summary>
internal static class PlainPhone
{
    // A bit for each sign below 64.
    private const ulong Separators = (1UL << ' ') | (1UL << '-') | (1UL << '.') | (1UL << '(') | (1UL << ')');

    /// <summary>Cleans as <see cref="PhoneNumber.Clean"/> does; false, with nothing decided, where the value has any other sign.</summary>
    public static bool TryClean(ReadOnlySpan<byte> raw, PhoneRegion region, Span<char> destination, out Cleaned cleaned)
    {
        Span<char> digits = stackalloc char[PhoneNumber.MostDigitsDialled];
        var isInternational = !raw.IsEmpty && raw[0] == '+';
        var count = ReadDigits(isInternational ? raw[1..] : raw, digits);
        cleaned = count > 0 ? PhoneNumber.CleanDigits(digits[..count], isInternational, region, destination) : default;
        return count > 0;
    }

    private static int ReadDigits(ReadOnlySpan<byte> raw, Span<char> digits)
    {
        var count = 0;
        foreach (var c in raw)
        {
            if (char.IsAsciiDigit((char)c))
            {
                if (count == digits.Length)
                {
                    return 0;
                }

                digits[count++] = (char)c;
            }
            else if (c >= 64 || ((Separators >> c) & 1) == 0)
            {
                return 0;
            }
        }

        return count;
    }
}
