namespace CrmMigration.Clean.Places;

/// <summary>
/// A postal code in its country's usual spacing and capitals: <c>SW1A 1AA</c>, <c>114 55</c>, <c>12345-6789</c>; the letters of the country
/// before it are left out. What is not written like a code of the country is unusable. Where the country has none or its codes are not known, the
/// value stays, without blank space around it. Doing it twice changes nothing more.
/// </summary>
/// <param name="iso2">ISO 3166-1 code in capitals.</param>
public sealed class PostalCodeCleaner(string iso2) : TextCleaner
{
    // What a form may have besides the letters and digits of the text.
    private const int Growth = 8;

    private readonly PostalCode? codes = PostalCode.Of(iso2);

    /// <summary>The countries whose codes are checked.</summary>
    public static IReadOnlyCollection<string> Countries => PostalCode.Countries;

    /// <summary>Characters of a country's longest code; null where its codes are not known.</summary>
    public static int? LongestOf(string iso2) => PostalCode.Of(iso2)?.Longest;

    /// <summary>Characters of the longest code of all.</summary>
    public static int Longest { get; } = PostalCode.Countries.Max(iso2 => PostalCode.Of(iso2)!.Longest);

    public override int MostWritten(int length) => MostWrittenOf(length);

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination) => Clean(codes, text, destination);

    /// <summary>A spreadsheet's lost zero put back, or O and 0, I and 1 set right, where that makes a code.</summary>
    public override int Suggest(ReadOnlySpan<char> text, Span<char> destination) => Suggest(codes, text, destination);

    internal static int MostWrittenOf(int length) => length + Growth;

    internal static int Suggest(PostalCode? codes, ReadOnlySpan<char> text, Span<char> destination) => codes?.Guess(BlankSpace.Trim(text), destination) ?? 0;

    internal static Cleaned Clean(PostalCode? codes, ReadOnlySpan<char> text, Span<char> destination)
    {
        var trimmed = BlankSpace.Trim(text);
        if (codes is not null && !trimmed.IsEmpty)
        {
            var length = codes.Write(trimmed, destination);
            return new(length, length > 0 ? null : PlaceRules.MalformedPostalCode);
        }

        trimmed.CopyTo(destination);
        return new(trimmed.Length, null);
    }
}
