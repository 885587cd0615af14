namespace CrmMigration.Clean.Places;

/// <summary>
/// What is compared of a country's name: its letters without marks, case, punctuation, blanks, and without the small words that some write and
/// some do not. <c>The Bahamas</c> and <c>Bahamas</c> are one, and so are <c>St. Kitts &amp; Nevis</c> and <c>Saint Kitts and Nevis</c>.
/// </summary>
internal static class CountryKey
{
    /// <summary>No country's name is longer.</summary>
    public const int Longest = 96;

    /// <summary>The key's length; 0 or less for what has none, as it is blank, or too long to be a country's name.</summary>
    public static int Write(ReadOnlySpan<char> name, Span<char> key)
    {
        Span<char> words = stackalloc char[Longest];
        Span<char> rest = name.Length > Longest ? [] : words[..Math.Max(0, LetterFold.Write(name, words))];
        var length = 0;
        while (!rest.IsEmpty)
        {
            var space = rest.IndexOf(' ');
            ReadOnlySpan<char> word = space < 0 ? rest : rest[..space];
            rest = space < 0 ? [] : rest[(space + 1)..];
            word = word is "st" ? "saint" : word is "ste" ? "sainte" : IsSmall(word) && length + rest.Length > 0 ? "" : word;
            if (length + word.Length > key.Length)
            {
                return 0;
            }

            word.CopyTo(key[length..]);
            length += word.Length;
        }

        return length;
    }

    public static string Of(string name)
    {
        Span<char> key = stackalloc char[Longest];
        return new(key[..Write(name, key)]);
    }

    private static bool IsSmall(ReadOnlySpan<char> word) => word is "the" or "and" or "of" or "und" or "et" or "og" or "och" or "y" or "e";
}
