namespace CrmMigration.Clean.Phones;

/// <summary>
/// The one valid number that an unusable text (see <see cref="PhoneText"/>) can be read as when one slip is undone: a lost plus or zero, a
/// letter for a digit, a plus too many. It may take its time, since values that are fine never come here.
/// </summary>
internal ref struct PhoneSuggestion(PhoneRegion? region, Span<char> destination)
{
    private static readonly (string Slip, string Meant)[] Slips =
        [("(0)", ""), ("O", "0"), ("o", "0"), ("l", "1"), ("I", "1"), ("00+", "+")];

    private readonly PhoneRegion? region = region;
    private readonly Span<char> destination = destination;
    private int found;
    private bool isAmbiguous;

    /// <summary>Writes the number and returns its length; 0 where no reading is valid, or two give different numbers.</summary>
    public int Find(scoped ReadOnlySpan<char> plain)
    {
        var text = plain.ToString();
        foreach (var (slip, meant) in Slips)
        {
            if (text.Contains(slip, StringComparison.Ordinal))
            {
                Try(text.Replace(slip, meant, StringComparison.Ordinal));
            }
        }

        TryPrefixes(text);
        TryPieces(text);
        return isAmbiguous ? 0 : found;
    }

    private void TryPrefixes(string text)
    {
        if (text.Contains('+', StringComparison.Ordinal))
        {
            Try(text.Replace("+", "", StringComparison.Ordinal));
            return;
        }

        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return;
        }

        var number = text[start..];
        Try($"+{number}");
        Try($"0{number}");
        foreach (var prefix in (ReadOnlySpan<string>)["00", "011"])
        {
            if (number.StartsWith(prefix, StringComparison.Ordinal))
            {
                Try($"+{number[prefix.Length..]}");
            }
        }
    }

    private void TryPieces(string text)
    {
        foreach (var piece in text.Split(['/', ';', ',', '|', '&', '\\', '\n']))
        {
            Try(piece);
        }

        Try(text[Math.Max(text.LastIndexOf('+'), 0)..]);
    }

    private void Try(string text)
    {
        Span<char> number = stackalloc char[PhoneNumber.Room];
        var length = text.Length > PhoneText.MostCharacters ? 0 : new PhoneReading(text, region).Read(number).NumberLength;
        if (length == 0)
        {
            return;
        }

        isAmbiguous |= found > 0 && !number[..length].SequenceEqual(destination[..found]);
        number[..length].CopyTo(destination);
        found = length;
    }
}
