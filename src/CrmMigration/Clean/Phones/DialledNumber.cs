namespace CrmMigration.Clean.Phones;

/// <summary>
/// The digits of a phone number as somebody dials or writes them, read as libphonenumber's parse() and isValidNumber() do
/// (github.com/google/libphonenumber), which the comments below refer to. Digits are the numbers 0 to 9.
/// </summary>
/// <param name="digits">At most <see cref="MostDigits"/>.</param>
/// <param name="hasPlus">Whether a plus came before them.</param>
/// <param name="from">Where numbers without a calling code are from; null where nothing tells.</param>
internal readonly ref struct DialledNumber(ReadOnlySpan<byte> digits, bool hasPlus, PhoneRegion? from)
{
    /// <summary>More digits are no number, whatever prefixes they begin with.</summary>
    public const int MostDigits = 40;

    private const int FewestDigits = 2;

    // What a plan puts before a number.
    private const int Growth = 8;

    private readonly ReadOnlySpan<byte> digits = digits;

    /// <summary>
    /// Writes the number in the form of E.164 and returns its length with no rule; a length of 0 and the rule, where it is not valid.
    /// </summary>
    public Cleaned Write(Span<char> destination)
    {
        var number = hasPlus ? digits : from is null ? default : AfterPrefixAbroad(from);
        if (number.IsEmpty)
        {
            return from is null ? new(0, PhoneRules.NoCountry) : WriteDialled(from, destination);
        }

        if (number.Length <= FewestDigits)
        {
            return new(0, PhoneRules.TooShort);
        }

        return CallingCode.At(number) is { } code ? WriteNational(code, code.Main, number[code.Digits.Length..], destination)
            : hasPlus && from is not null ? WriteDespitePlus(from, destination)
            : new(0, PhoneRules.UnknownCountry);
    }

    // "Strip the plus-char, and try again", when a calling code can be found without it.
    private Cleaned WriteDespitePlus(PhoneRegion region, Span<char> destination)
    {
        var number = AfterPrefixAbroad(region);
        return number.Length > FewestDigits && CallingCode.At(number) is { } code
            ? WriteNational(code, code.Main, number[code.Digits.Length..], destination)
            : number.IsEmpty && HasOwnCode(region)
                ? WriteDialled(region, destination)
                : new(0, PhoneRules.UnknownCountry);
    }

    private ReadOnlySpan<byte> AfterPrefixAbroad(PhoneRegion region)
    {
        var length = region.PrefixAbroadAt(digits);
        return length == 0 ? [] : digits[length..];
    }

    private Cleaned WriteDialled(PhoneRegion region, Span<char> destination)
    {
        if (!HasOwnCode(region))
        {
            return WriteNational(region.Code, region, digits, destination);
        }

        Span<byte> buffer = stackalloc byte[MostDigits + Growth];
        var national = region.WithoutTrunkPrefix(digits[region.Code.Digits.Length..]).Joined(buffer);
        return WriteNational(region.Code, region.Code.Main, national, destination);
    }

    // The digits may begin with the region's calling code by chance: it counts where they are a number only without it, or too long with it.
    private bool HasOwnCode(PhoneRegion region)
    {
        var code = region.Code.Digits;
        if (!digits.StartsWith(code))
        {
            return false;
        }

        return digits.Length > region.Longest
            || (!region.General.Accepts(digits) && region.General.Accepts(region.WithoutTrunkPrefix(digits[code.Length..])));
    }

    private static Cleaned WriteNational(CallingCode code, PhoneRegion plan, scoped ReadOnlySpan<byte> number, Span<char> destination)
    {
        Span<byte> buffer = stackalloc byte[MostDigits + (2 * Growth)];
        var stripped = plan.WithoutTrunkPrefix(number);
        if (plan.HasLength(stripped.Length) || stripped.Length > plan.Longest)
        {
            number = stripped.Joined(buffer);
        }

        // Germany has a few numbers that E.164 has no room for.
        var length = 1 + code.Digits.Length + number.Length;
        if (length > PhoneNumber.MostCharacters || !code.Assigned.Accepts(number))
        {
            return new(0, length > PhoneNumber.MostCharacters ? plan.Faults.TooLong : plan.FaultOf(number.Length));
        }

        destination[0] = '+';
        Write(code.Digits, destination[1..]);
        Write(number, destination[(1 + code.Digits.Length)..]);
        return new(length, null);
    }

    private static void Write(ReadOnlySpan<byte> digits, Span<char> destination)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            destination[i] = (char)('0' + digits[i]);
        }
    }
}
