using System.Collections.Frozen;

namespace CrmMigration.Clean.Names;

/// <summary>Where a family name of several words begins: van der Berg, Velasquez y Garcia, O Brien.</summary>
internal static class FamilyName
{
    // Behind an O that stands alone: the stems that are Irish family names with it and seldom anything else.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IrishStems =
        """
        brien bryan connor conner connell neil neill neal meara malley reilly rielly sullivan donnell keefe keeffe leary hara grady shea
        rourke toole dwyer callaghan carroll boyle byrne dea donoghue donohue driscoll farrell flaherty gorman halloran hanlon mahony
        mahoney mara regan riordan loughlin kane kelly dowd doherty hagan hare higgins maley mally melia sheas
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The first word of the family name that ends before <paramref name="to"/>, not before <paramref name="from"/>.</summary>
    public static int Start(in NameWords words, int from, int to)
    {
        for (var i = from; i < to - 1; i++)
        {
            if (words[i].Is(NameWord.Particle))
            {
                return BeforeParticle(words, from, words[i].Is(NameWord.IberianParticle) ? LastIberian(words, i, to) : i);
            }

            if (i > from && words[i].Is(NameWord.FamilyJoin) && JoinsFamilies(words, i))
            {
                return i - 1;
            }

            if (words.Text(i) is ['O' or 'o'] && IrishStems.Contains(words.Text(i + 1)))
            {
                return i;
            }
        }

        return to - 2 >= from && SpanishFamilyName.Is(words.Text(to - 2)) && SpanishFamilyName.Is(words.Text(to - 1)) ? to - 2 : to - 1;
    }

    // "Joao da Silva do Amaral de Souza": the last group of particles begins the family name.
    private static int LastIberian(in NameWords words, int first, int to)
    {
        for (var i = to - 2; i > first + 1; i--)
        {
            if (words[i].Is(NameWord.IberianParticle) && !words[i - 1].Is(NameWord.Particle))
            {
                return i;
            }
        }

        return first;
    }

    private static int BeforeParticle(in NameWords words, int from, int particle) =>
        particle > from && (words[particle - 1].Is(NameWord.BeforeParticle) || SpanishFamilyName.Is(words.Text(particle - 1)))
            ? particle - 1 : particle;

    // A single letter between initials, or a capital one, is an initial itself; "e" and "i" join only between capitalized names.
    private static bool JoinsFamilies(in NameWords words, int at) =>
        !words.IsInitial(at - 1) && !words.IsInitial(at + 1) && words[at].Length == 1
        && (words.Says(at, "y")
            ? !char.IsUpper(words.Text(at)[0]) || words.IsCapitals(at - 1)
            : char.IsLower(words.Text(at)[0]) && char.IsUpper(words.Text(at - 1)[0]) && char.IsUpper(words.Text(at + 1)[0]));
}
