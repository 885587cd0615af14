namespace CrmMigration.Clean;

/// <summary>
/// Rules most words out of a list before anything is hashed: by length, last letter, and first and middle letter. Only the five lowest
/// bits of a letter count, which are the same in both letter cases of ASCII.
/// </summary>
internal sealed class WordFilter
{
    /// <summary>The most characters that a word may have.</summary>
    public const int Longest = 16;

    // By two letters, a bit for each length.
    private readonly uint[] byFirst = new uint[32 * 32];
    private readonly uint[] byMiddle = new uint[32 * 32];

    /// <param name="words">Of 1 to <see cref="Longest"/> characters.</param>
    public WordFilter(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            byFirst[PlaceOf(word[0], word[^1])] |= 1u << word.Length;
            byMiddle[PlaceOf(word[word.Length / 2], word[^1])] |= 1u << word.Length;
        }
    }

    /// <summary>False only for a word that is not in the list.</summary>
    public bool MayHold(ReadOnlySpan<char> word) => MayHold(word.Length, word[0], word[word.Length / 2], word[^1]);

    /// <inheritdoc cref="MayHold(ReadOnlySpan{char})"/>
    public bool MayHold(ReadOnlySpan<byte> word) => MayHold(word.Length, word[0], word[word.Length / 2], word[^1]);

    private bool MayHold(int length, int first, int middle, int last) =>
        length <= Longest
        && ((byFirst[PlaceOf(first, last)] >> length) & 1) != 0
        && ((byMiddle[PlaceOf(middle, last)] >> length) & 1) != 0;

    private static int PlaceOf(int letter, int last) => ((letter & 31) << 5) | (last & 31);
}
