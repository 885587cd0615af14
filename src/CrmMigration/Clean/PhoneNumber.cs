namespace CrmMigration.Clean;

/// <summary>
/// A phone number in the international form of ITU-T E.164: a plus, the calling code and the national number, without any space.
/// </summary>
public static class PhoneNumber
{
    // The longest number (15), the longest prefix for calls abroad (5) and a trunk prefix in brackets, with room to spare.
    internal const int MostDigitsDialled = 24;
    private const int MostDigits = 15;
    private const int FewestDigits = 7;

    /// <summary>
    /// Reads what people and address books write, and keeps a number only where its country's plan has one of that beginning and length.
    /// Nothing is guessed: no area code is added, no letter turned into a digit. Cleaning a cleaned number gives it again, whatever the
    /// region.
    /// </summary>
    /// <param name="raw">Any text, of any length.</param>
    /// <param name="region">Where numbers without a calling code are from.</param>
    /// <param name="destination">At least 32 characters.</param>
    public static Cleaned Clean(ReadOnlySpan<char> raw, PhoneRegion region, Span<char> destination)
    {
        var text = BlankSpace.Trim(raw);
        if (text.IsEmpty)
        {
            return Cleaned.Blank;
        }

        var reading = new PhoneReading(text, stackalloc char[MostDigitsDialled]);
        if (reading.Read() is { } fault)
        {
            return new Cleaned(0, fault);
        }

        var number = CleanDigits(reading.Digits, reading.IsInternational, region, destination);
        return number.Length > 0 && reading.HasExtension ? number with { Rule = PhoneRules.ExtensionLeftOut } : number;
    }

    /// <summary>Cleans the digits that were read, at least one; <paramref name="isInternational"/> when a plus came first.</summary>
    internal static Cleaned CleanDigits(ReadOnlySpan<char> digits, bool isInternational, PhoneRegion region, Span<char> destination) =>
        isInternational ? ReadInternational(digits, destination) : ReadDialled(digits, region, destination);

    private static Cleaned ReadDialled(ReadOnlySpan<char> digits, PhoneRegion region, Span<char> destination)
    {
        var prefix = region.InternationalPrefixLength(digits);
        if (prefix > 0)
        {
            var abroad = ReadInternational(digits[prefix..], destination);
            if (abroad.Length > 0)
            {
                return abroad;
            }
        }

        return region.TryReadDialled(digits, out var national)
            ? Write(region.CallingCode, national, destination)
            : new Cleaned(0, region.FaultOf(digits));
    }

    private static Cleaned ReadInternational(ReadOnlySpan<char> digits, Span<char> destination)
    {
        var length = CallingCode.LengthAt(digits);
        if (length == 0)
        {
            return new Cleaned(0, digits.Length < FewestDigits ? PhoneRules.TooShort : PhoneRules.UnknownCountry);
        }

        var code = digits[..length];
        var rest = digits[length..];
        if (CallingCode.RegionAt(digits) is { } region)
        {
            return region.TryReadNational(rest, out var national)
                ? Write(code, national, destination)
                : new Cleaned(0, region.FaultOf(rest));
        }

        return digits.Length < FewestDigits ? new Cleaned(0, PhoneRules.TooShort)
            : digits.Length > MostDigits ? new Cleaned(0, PhoneRules.TooLong)
            : Write(code, rest, destination);
    }

    private static Cleaned Write(ReadOnlySpan<char> code, ReadOnlySpan<char> national, Span<char> destination)
    {
        destination[0] = '+';
        code.CopyTo(destination[1..]);
        national.CopyTo(destination[(1 + code.Length)..]);
        return new Cleaned(1 + code.Length + national.Length, null);
    }
}
