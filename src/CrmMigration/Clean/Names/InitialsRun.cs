using System.Buffers;

namespace CrmMigration.Clean.Names;

/// <summary>
/// Initials written as one word, as registers and lists of authors do: JB Smith, J-L Smith. Each letter is a name, so the first one is
/// the first name. Initials with dots between them ("J.R.") are a name that is called so, and stay together.
/// </summary>
internal static class InitialsRun
{
    private const int LongestRun = 5;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyAEIOUY");

    // Given names of two letters that begin with a vowel; all others of that form are initials when nothing but capitals is written.
    private static readonly string[] ShortNames =
        ["al", "ab", "an", "ah", "as", "ed", "em", "ev", "ib", "in", "im", "om", "or", "oz", "um", "un", "ur", "ye", "yu", "ik", "ok",
         "ek"];

    // Short for Mohammed, Sheikh and Most, and the family name Ng.
    private static readonly string[] NamesWithoutVowel = ["md", "mst", "sk", "ng", "mrs", "mr", "dr", "st", "jr", "sr"];

    /// <summary>The length of the first initial where the word is a run of them, or 0.</summary>
    /// <param name="gap">How many characters stand between the first initial and the rest.</param>
    public static int FirstLength(in NameWords words, int at, out int gap)
    {
        var word = words.Text(at).TrimEnd('.');
        gap = 0;
        if (word.Length is < 2 or > LongestRun || IsBeforeInitial(words, at))
        {
            return 0;
        }

        if (word[1] == '-')
        {
            gap = 1;
            return word.Length == 3 && char.IsLetter(word[0]) && char.IsLetter(word[2]) ? 1 : 0;
        }

        return IsMaybeRun(words.Text(at), word) && IsRun(word, IsOneCase(words, at)) ? 1 : 0;
    }

    // "JW T Smith" is called JW; a register would have written "JWT".
    private static bool IsBeforeInitial(in NameWords words, int at) =>
        at + 1 < words.Count && words[at + 1].Role == NameRole.Middle && words.IsInitial(at + 1);

    private static bool IsMaybeRun(ReadOnlySpan<char> text, ReadOnlySpan<char> word) =>
        text.Length == word.Length && char.IsAsciiLetter(word[0]) && LetterCase.Of(word) != LetterCasing.Mixed;

    private static bool IsRun(ReadOnlySpan<char> word, bool isOneCase)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetter(c))
            {
                return false;
            }
        }

        return !isOneCase ? char.IsAsciiLetterUpper(word[0]) && (word.Length == 2 || !HasVowel(word) || IsDoubledInFront(word))
            : !HasVowel(word) ? !IsAmong(NamesWithoutVowel, word)
            : word.Length == 2 && IsVowel(word[0]) && !IsVowel(word[1]) && char.IsAsciiLetterUpper(word[0]) && !IsAmong(ShortNames, word);
    }

    // "PPEL", but not Lloyd, Ffion, Nneka or Ssali.
    private static bool IsDoubledInFront(ReadOnlySpan<char> word) =>
        word[0] == word[1] && !IsVowel(word[0]) && word[0] is not ('L' or 'F' or 'N' or 'M' or 'S');

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);

    private static bool IsVowel(char c) => (c | 0x20) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool IsAmong(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var other in words)
        {
            if (word.Equals(other, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Whether the family name is written in the same letter case as the word is.
    private static bool IsOneCase(in NameWords words, int at)
    {
        var casing = LetterCase.Of(words.Text(at));
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Role == NameRole.Last && !words[i].Is(NameWord.Particle))
            {
                return LetterCase.Of(words.Text(i)) == casing;
            }
        }

        return true;
    }
}
