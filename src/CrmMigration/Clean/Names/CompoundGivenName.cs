using System.Collections.Frozen;

namespace CrmMigration.Clean.Names;

/// <summary>
/// First names of two words or more, which are called together: Mary Jo, Juan Carlos, Jean Pierre, María del Carmen, Abdul Rahman.
/// </summary>
internal static class CompoundGivenName
{
    private const int LongestWord = 16;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = Lookup(
        """
        mary betty billy billie bobby bobbi peggy jim jo anna ana anne ann jean juan josé jose luis maría maria marie marco
        karl hans heinz klaus gian pier pedro carlos miguel rosa eva lisa
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Followers = Lookup(
        """
        jo joe lou beth kay sue pat bob ann anne ellen marie maria maría carlos pablo luis josé jose antonio manuel miguel alberto
        paul pierre claude luc marc jacques michel françois francois philippe louis baptiste heinz peter jürgen juergen dieter werner
        luca carlo paolo giorgio luisa teresa isabel fernanda eugenia josefa
        """);

    // Behind "María de": María de los Ángeles, José de Jesús, Juan de Dios.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Devotions = Lookup(
        """
        carmen pilar ángeles angeles luz rosario mar rocío rocio dolores socorro jesús jesus guadalupe mercedes consuelo soledad paz
        dios fátima fatima lourdes milagros conceição conceicao graça graca
        """);

    /// <summary>The place behind the first name; one word further than <paramref name="from"/> for most.</summary>
    public static int End(in NameWords words, int from, int limit)
    {
        var first = words.Text(from);
        if (IsServant(first) && !words[from + 1].Is(NameWord.Particle) && !words.IsInitial(from + 1))
        {
            return from + 2;
        }

        if (!Holds(Openers, first))
        {
            return from + 1;
        }

        var next = from + 1;
        while (next < limit - 1 && words[next].Is(NameWord.Particle))
        {
            next++;
        }

        return Holds(next > from + 1 ? Devotions : Followers, words.Text(next)) ? next + 1 : from + 1;
    }

    /// <summary>"Servant of" and "father of", which no name ends with: عبد الله, Abdul Rahman, Abu Bakr.</summary>
    public static bool IsServant(ReadOnlySpan<char> word) =>
        word is "عبد" || (word.Length is >= 3 and <= 5 && (word[0] | 0x20) == 'a'
            && (word.Equals("abdul", StringComparison.OrdinalIgnoreCase) || word.Equals("abdel", StringComparison.OrdinalIgnoreCase)
                || word.Equals("abd", StringComparison.OrdinalIgnoreCase) || word.Equals("abu", StringComparison.OrdinalIgnoreCase)));

    private static bool Holds(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> set, ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[LongestWord];
        return word.Length <= LongestWord && word.ToLowerInvariant(key) is var length && length > 0 && set.Contains(key[..length]);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
