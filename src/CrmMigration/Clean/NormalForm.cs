using System.Collections.Frozen;
using System.Globalization;

namespace CrmMigration.Clean;

/// <summary>
/// One spelling for one text: letters composed with their marks (NFC for Latin, Greek, Cyrillic, Kana and Hangul), full-width signs as
/// ASCII, and invisible marks dropped, except the joiners that Persian and Indian names are spelled with. Never longer than its source.
/// </summary>
internal static class NormalForm
{
    private static readonly FrozenDictionary<int, char> Composed = Pairs.ToFrozenDictionary();

    /// <summary>
    /// Writes at most as many characters as <paramref name="source"/> has and returns their number; the two may be the same memory.
    /// </summary>
    public static int Write(ReadOnlySpan<char> source, Span<char> destination)
    {
        var length = 0;
        foreach (var c in source)
        {
            if (c >= 0x80 && !IsJoiner(c) && BlankSpace.IsInvisible(c))
            {
                continue;
            }

            var sign = Narrow(c);
            if (c >= 0x300 && length > 0 && TryCompose(destination[length - 1], sign, out var composed))
            {
                destination[length - 1] = composed;
            }
            else
            {
                destination[length++] = sign;
            }
        }

        return length;
    }

    /// <summary>Full-width forms, which East Asian keyboards write, as the ASCII they stand for.</summary>
    public static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c;

    private static bool IsJoiner(char c) => c is '\u200C' or '\u200D';

    private static bool TryCompose(char letter, char mark, out char composed) =>
        mark is >= '\u1161' and <= '\u11C2' ? TryComposeHangul(letter, mark, out composed)
        : mark is < '\u0345' or '\u3099' or '\u309A' ? Composed.TryGetValue((letter << 16) | mark, out composed)
        : (composed = '\0') != '\0';

    /// <summary>
    /// The arithmetic of The Unicode Standard, section 3.12: leading consonant and vowel, then the syllable and its final consonant.
    /// </summary>
    private static bool TryComposeHangul(char letter, char mark, out char composed)
    {
        if (letter is >= '\u1100' and <= '\u1112' && mark <= '\u1175')
        {
            composed = (char)(0xAC00 + ((((letter - 0x1100) * 21) + (mark - 0x1161)) * 28));
            return true;
        }

        var takesFinal = letter is >= '\uAC00' and <= '\uD7A3' && (letter - 0xAC00) % 28 == 0 && mark >= '\u11A8';
        composed = takesFinal ? (char)(letter + (mark - 0x11A7)) : '\0';
        return takesFinal;
    }

    /// <summary>Letter (upper half) and mark, and what they compose to.</summary>
    internal static IEnumerable<KeyValuePair<int, char>> Pairs => ReadPairs();

    private static IEnumerable<KeyValuePair<int, char>> ReadPairs()
    {
        foreach (var line in NormalFormPairs.Text.Split('\n', StringSplitOptions.TrimEntries))
        {
            var mark = int.Parse(line.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (var i = 5; i < line.Length; i += 2)
            {
                yield return new((line[i] << 16) | mark, line[i + 1]);
            }
        }
    }
}
