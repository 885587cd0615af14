using System.Buffers;

namespace CrmMigration.Clean;

/// <summary>
/// Letters that a typesetter joined (ﬁ, ﬂ, ﬃ), which come along when a name is copied from a printed page, as single letters.
/// </summary>
internal static class Ligature
{
    /// <summary>How much longer than its source a text can become; further ligatures stay.</summary>
    public const int Growth = 4;

    private static readonly SearchValues<char> Signs = SearchValues.Create("\uFB00\uFB01\uFB02\uFB03\uFB04\uFB05\uFB06");

    private static readonly string[] Letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    public static bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny(Signs);

    /// <summary>Writes at most <see cref="Growth"/> characters more than <paramref name="source"/> has and returns their number.</summary>
    public static int Write(ReadOnlySpan<char> source, Span<char> destination)
    {
        var (length, growth) = (0, 0);
        foreach (var c in source)
        {
            if (c is < '\uFB00' or > '\uFB06' || growth + Letters[c - '\uFB00'].Length - 1 > Growth)
            {
                destination[length++] = c;
                continue;
            }

            var letters = Letters[c - '\uFB00'];
            letters.CopyTo(destination[length..]);
            length += letters.Length;
            growth += letters.Length - 1;
        }

        return length;
    }
}
