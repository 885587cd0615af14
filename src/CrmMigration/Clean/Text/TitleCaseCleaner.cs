using System.Collections.Frozen;
using System.Globalization;

namespace CrmMigration.Clean.Text;

/// <summary>
/// Capitals at the beginnings of words, as names, streets, cities and companies have them: McDonald, O'Brien, van der Berg, III, GmbH. Words
/// that mix their letter case already, and short ones in capitals beside them (IBM Deutschland), are somebody's intent and stay. The length
/// never changes. Doing it twice changes nothing more where a small letter is left: what is all capitals is read as shouted.
/// </summary>
/// <param name="keep">Words in the very letter case they are to have, such as <c>IKEA</c>.</param>
public sealed class TitleCaseCleaner(IEnumerable<string> keep) : TextCleaner
{
    // A word in capitals beside words in small letters is an abbreviation rather than a shouted word up to this length.
    private const int LongestAbbreviation = 3;

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> kept =
        TitleWords.Kept.Concat(keep).GroupBy(word => word, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(word => word.Key, word => word.Last(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        text.CopyTo(destination);
        var written = destination[..text.Length];
        var casing = LetterCase.Of(text);
        var before = TitlePlace.First;
        for (var start = NextWord(written, 0); start < written.Length;)
        {
            var end = start;
            while (end < written.Length && !char.IsWhiteSpace(written[end]))
            {
                end++;
            }

            var next = NextWord(written, end);
            before = Write(written[start..end], casing, next == written.Length ? before | TitlePlace.Last : before);
            start = next;
        }

        return new(text.Length, null);
    }

    private static int NextWord(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    // Returns what the next word stands behind.
    private TitlePlace Write(Span<char> word, LetterCasing around, TitlePlace place)
    {
        var core = Core(word);
        if (core.IsEmpty || IsAddress(word))
        {
            return place & TitlePlace.First;
        }

        if (kept.TryGetValue(core, out var asListed) || kept.TryGetValue(word, out asListed))
        {
            asListed.CopyTo(asListed.Length == word.Length ? word : core);
            return TitlePlace.None;
        }

        var casing = around == LetterCasing.Mixed ? LetterCase.Of(core) : around;
        if (casing == LetterCasing.Mixed || (casing != around && casing == LetterCasing.Upper && core.Length <= LongestAbbreviation))
        {
            return TitlePlace.None;
        }

        if (!word.EndsWith('.') && TitleWords.IsSmall(core, place))
        {
            Lower(core);
            return TitlePlace.AfterSmall;
        }

        TitleWord.Write(core, place);
        return TitlePlace.None;
    }

    // Brackets, quotes, commas and full stops around a word are no part of it; an apostrophe in front is: 't Hooft.
    private static Span<char> Core(Span<char> word)
    {
        while (!word.IsEmpty && !IsSign(word[0]) && !(word[0] is '\'' or '’' && word is [_, _] or [_, _, '-', ..]))
        {
            word = word[1..];
        }

        while (!word.IsEmpty && !IsSign(word[^1]))
        {
            word = word[..^1];
        }

        return word;
    }

    private static bool IsSign(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || (c >= 0x300 && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);

    private static bool IsAddress(ReadOnlySpan<char> word) =>
        word.Contains('@') || word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static void Lower(Span<char> word)
    {
        foreach (ref var c in word)
        {
            c = LetterCase.ToLower(c);
        }
    }
}
