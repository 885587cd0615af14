namespace CrmMigration.Clean.Names;

/// <summary>
/// Names in Chinese, Japanese or Korean script, where the family name comes first: 山田 太郎, 김 철수. Foreign names in Katakana, or with a
/// dot between their words, keep their own order.
/// </summary>
internal static class EasternName
{
    // The family names of one syllable that nine in ten Koreans have; those of two syllables are told by not beginning with one.
    private const string KoreanFamilies = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진나엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용";

    public static bool IsEastern(char c) => c >= 0x3005 && (IsIdeograph(c) || IsKana(c) || IsHangul(c));

    /// <summary>Whether the words are all in such a script, and not all of them in Katakana.</summary>
    public static bool IsFamilyFirst(in NameWords words, int from, int to)
    {
        if (words.Text(from)[0] < 0x3005 || words.HasMiddleDot)
        {
            return false;
        }

        var isNative = false;
        for (var i = from; i < to; i++)
        {
            foreach (var c in words.Text(i))
            {
                if (!IsEastern(c))
                {
                    return false;
                }

                isNative |= c is not (>= '\u30A0' and <= '\u30FF');
            }
        }

        return isNative;
    }

    /// <summary>The length of the family name of a Korean name without a space, 김철수; 0 where that is not certain.</summary>
    public static int FamilyLength(ReadOnlySpan<char> word) =>
        word.Length == 3 && IsHangul(word[1]) && IsHangul(word[2]) && KoreanFamilies.Contains(word[0], StringComparison.Ordinal) ? 1 : 0;

    private static bool IsIdeograph(char c) => c is '々' or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF')
        or (>= '\uF900' and <= '\uFAFF');

    private static bool IsKana(char c) => c is >= '\u3041' and <= '\u30FF';

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';
}
