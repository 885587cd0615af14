namespace CrmMigration.Clean.Places;

/// <summary>The ISO 3166-1 code of two letters of a country's name or code. Doing it twice changes nothing more.</summary>
public sealed class CountryCleaner : TextCleaner
{
    private const int CodeLength = 2;

    public override int MostWritten(int length) => CodeLength;

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var trimmed = BlankSpace.Trim(text);
        if (trimmed.IsEmpty)
        {
            return Cleaned.Blank;
        }

        var country = Country.Find(trimmed);
        return country is null ? new(0, PlaceRules.UnknownCountry)
            : country.IsGuess ? new(0, PlaceRules.AmbiguousCountry)
            : new(Write(country, destination), null);
    }

    /// <summary>
    /// The country that an ambiguous name most often means, the only one named within the text, or the one whose name is spelled most alike.
    /// </summary>
    public override int Suggest(ReadOnlySpan<char> text, Span<char> destination)
    {
        var trimmed = BlankSpace.Trim(text);
        return (Country.Find(trimmed) ?? CountryNames.FindWithin(trimmed) ?? FindNearest(trimmed)) is { } country ? Write(country, destination) : 0;
    }

    private static int Write(Country country, Span<char> destination)
    {
        country.Iso2.CopyTo(destination);
        return CodeLength;
    }

    // One slip in four letters is a slip; more is another word. Two countries equally near are none.
    private static Country? FindNearest(ReadOnlySpan<char> text)
    {
        const int ShortestName = 4;
        Span<char> written = stackalloc char[CountryKey.Longest];
        var length = CountryKey.Write(text, written);
        if (length < ShortestName)
        {
            return null;
        }

        var key = new string(written[..length]);
        var most = Math.Min(2, key.Length / ShortestName);
        var near = CountryNames.Keys.Where(known => known.Length >= ShortestName && Math.Abs(known.Length - key.Length) <= most)
            .Select(known => (Name: known, Distance: NearestName.Distance(key, known))).Where(known => known.Distance <= most)
            .GroupBy(known => known.Distance, known => CountryNames.OfKey(known.Name)).MinBy(group => group.Key)?.Distinct().ToList();
        return near is [{ IsGuess: false } only] ? only : null;
    }
}
