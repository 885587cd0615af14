using System.Collections.Frozen;

namespace CrmMigration.Clean.Typed;

/// <summary>
/// <c>true</c> or <c>false</c> of the words that people and programs write for them. Marks, letter case and full width are no difference.
/// What it wrote it reads again.
/// </summary>
/// <param name="yes">Words that stand for true here, besides <see cref="BooleanWords"/> and before them.</param>
/// <param name="no">Words that stand for false here.</param>
/// <param name="only">No other words count, but for <c>true</c> and <c>false</c> themselves.</param>
public sealed class BooleanCleaner(IEnumerable<string> yes, IEnumerable<string> no, bool only) : TextCleaner
{
    private const int LongestWord = 40;

    private readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> words =
        Pairs(yes, no).Concat(only ? Pairs(["true"], ["false"]) : Pairs(BooleanWords.Yes, BooleanWords.No)).DistinctBy(word => word.Key)
            .ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public override int MostWritten(int length) => "false".Length;

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var trimmed = BlankSpace.Trim(text);
        if (trimmed.IsEmpty)
        {
            return Cleaned.Blank;
        }

        Span<char> folded = stackalloc char[LongestWord];
        if (trimmed.Length > LongestWord || !words.TryGetValue(folded[..Fold(trimmed, folded)], out var meant))
        {
            return new(0, TypedRules.NotYesOrNo);
        }

        var word = meant ? "true" : "false";
        word.CopyTo(destination);
        return new(word.Length, null);
    }

    /// <summary>Whether one word is given for both; then which.</summary>
    public static string? InBoth(IEnumerable<string> yes, IEnumerable<string> no)
    {
        var folded = no.Select(Fold).ToHashSet(StringComparer.Ordinal);
        return yes.FirstOrDefault(word => folded.Contains(Fold(word)));
    }

    private static IEnumerable<KeyValuePair<string, bool>> Pairs(IEnumerable<string> yes, IEnumerable<string> no) =>
        yes.Select(word => KeyValuePair.Create(Fold(word), true)).Concat(no.Select(word => KeyValuePair.Create(Fold(word), false)));

    private static string Fold(string word)
    {
        Span<char> folded = stackalloc char[LongestWord];
        return word.Length > LongestWord ? word : new(folded[..Fold(BlankSpace.Trim(word), folded)]);
    }

    // A word of signs alone, such as a tick or -1, stays what it is.
    private static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = char.IsLetter(text[0]) ? LetterFold.Write(text, folded) : -1;
        if (length > 0)
        {
            return length;
        }

        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = char.ToLowerInvariant(NormalForm.Narrow(text[i]));
        }

        return text.Length;
    }
}
