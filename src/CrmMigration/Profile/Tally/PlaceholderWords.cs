using System.Collections.Frozen;
using System.Text;
using CrmMigration.Clean;
using CrmMigration.Clean.Text;

namespace CrmMigration.Profile.Tally;

/// <summary>
/// What people and programs write where they have nothing to write: the placeholders of <c>nullIf</c>, and what is suspicious in a whole column
/// though single values may be meant (Na, X, test, 1900-01-01, 1234567890). All of it stands in this product, so that it may be shown.
/// </summary>
internal static class PlaceholderWords
{
    private const int LongestBytes = 32;

    private static readonly FrozenDictionary<string, string> Words =
        """
        na|unk|x|xx|test|asdf|dummy|default|no email|noemail|no phone|ohne|-|--|---|.|..|...|?|??|???
        1900-01-01|1900-01-01 00:00:00|01/01/1900|1/1/1900|01.01.1900|1970-01-01|01/01/1970|01.01.1970|9999-12-31|31.12.9999
        1234567|123456789|1234567890|123-456-7890|(123) 456-7890|000-000-0000|(000) 000-0000|999-999-9999|(999) 999-9999|555-555-5555
        test@test.com|test@test.de|test@example.com|none@none.com|no@no.com|no@email.com|noemail@noemail.com|na@na.com|a@a.com|x@x.com|noreply@noreply.com
        """.Split(['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Concat(Placeholders.Words).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(word => word, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    // By length and first byte: most values need not be decoded.
    private static readonly bool[] Possible = Firsts();

    /// <summary>The placeholder as the list writes it; null for anything else. Of one digit repeated seven times or more: <c>000…</c>.</summary>
    public static string? Find(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.Length > LongestBytes || !MayBe(text))
        {
            return null;
        }

        Span<char> letters = stackalloc char[LongestBytes];
        var word = BlankSpace.Trim(letters[..Encoding.UTF8.GetChars(text, letters)]);
        return Lookup.TryGetValue(word, out var placeholder) ? placeholder : OneDigit(word);
    }

    private static bool MayBe(ReadOnlySpan<byte> text) =>
        text[0] <= ' ' || text[^1] <= ' ' || text[0] >= 0x80 || Possible[(text.Length * 128) + text[0]] || (char.IsAsciiDigit((char)text[0]) && text[0] == text[^1]);

    private static bool[] Firsts()
    {
        var possible = new bool[(LongestBytes + 1) * 128];
        foreach (var word in Words.Keys)
        {
            var length = Encoding.UTF8.GetByteCount(word) * 128;
            possible[length + char.ToLowerInvariant(word[0])] = true;
            possible[length + char.ToUpperInvariant(word[0])] = true;
        }

        return possible;
    }

    private static string? OneDigit(ReadOnlySpan<char> word) =>
        word.Length >= 7 && char.IsAsciiDigit(word[0]) && !word.ContainsAnyExcept(word[0]) ? $"{word[0]}{word[0]}{word[0]}…" : null;
}
