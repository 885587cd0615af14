namespace CrmMigration.Clean.Phones;

/// <summary>
/// A phone number in the international form of ITU-T E.164: a plus, the calling code and the national number, without any space.
/// </summary>
public static class PhoneNumber
{
    /// <summary>The plus and 15 digits, the most that E.164 has.</summary>
    public const int MostCharacters = 16;

    /// <summary>Room for the longest number and the longest extension.</summary>
    public const int Room = MostCharacters + PhoneExtension.MostDigits;

    /// <summary>
    /// Reads what people and address books write, and keeps a number only where libphonenumber's data has it as a valid one. No area code
    /// is added; letters are digits only where a number has three of them (1-800-FLOWERS). Cleaning a cleaned number gives it again,
    /// whatever the region.
    /// </summary>
    /// <param name="raw">Any text, of any length.</param>
    /// <param name="region">Where numbers without a calling code are from; null where nothing tells, and then they are unusable.</param>
    /// <param name="destination">At least <see cref="MostCharacters"/> characters.</param>
    public static Cleaned Clean(ReadOnlySpan<char> raw, PhoneRegion? region, Span<char> destination)
    {
        Span<char> room = stackalloc char[Room];
        var parts = Read(raw, region, room);
        room[parts.Number].CopyTo(destination);
        var isLost = parts.ExtensionLength > 0 && parts.Rule != PhoneRules.SecondNumberLeftOut;
        return new(parts.NumberLength, isLost ? PhoneRules.ExtensionLeftOut : parts.Rule);
    }

    /// <summary>As <see cref="Clean"/>, but with the extension.</summary>
    /// <param name="destination">At least <see cref="Room"/> characters.</param>
    /// <inheritdoc cref="Clean"/>
    public static PhoneParts Read(ReadOnlySpan<char> raw, PhoneRegion? region, Span<char> destination)
    {
        var text = BlankSpace.Trim(raw);
        if (text.IsEmpty)
        {
            return default;
        }

        if (text.Length > PhoneText.MostCharacters)
        {
            return new(0, 0, PhoneText.HasDigit(text) ? PhoneRules.UnexpectedText : PhoneRules.NotANumber);
        }

        Span<char> plain = stackalloc char[PhoneText.MostCharacters];
        return new PhoneReading(plain[..PhoneText.Write(text, plain)], region).Read(destination);
    }

    /// <summary>
    /// For a value that <see cref="Clean"/> found unusable: the number that it holds by the only reading of it that is valid, such as one
    /// whose plus was lost; 0 where there is none, or more than one.
    /// </summary>
    /// <inheritdoc cref="Clean"/>
    public static int Suggest(ReadOnlySpan<char> raw, PhoneRegion? region, Span<char> destination)
    {
        var text = BlankSpace.Trim(raw);
        if (text.Length > PhoneText.MostCharacters)
        {
            return 0;
        }

        Span<char> plain = stackalloc char[PhoneText.MostCharacters];
        return new PhoneSuggestion(region, destination).Find(plain[..PhoneText.Write(text, plain)]);
    }
}
