namespace CrmMigration.Clean.Places;

/// <summary>A country that a text names.</summary>
/// <param name="Iso2">ISO 3166-1 code, two capital letters; XK for Kosovo, which has no code there and is written so everywhere.</param>
/// <param name="IsGuess">The text may mean other countries as well.</param>
public sealed record Country(string Iso2, bool IsGuess)
{
    /// <summary>
    /// The country of a name in one of some twenty languages, an older or shorter one, or a code of ISO 3166-1 with two or three letters or
    /// three digits, letter case, marks and punctuation aside. Also of two that agree: <c>DE - Germany</c>. Null for anything else.
    /// </summary>
    public static Country? Find(ReadOnlySpan<char> text) => CountryNames.Find(text);
}
