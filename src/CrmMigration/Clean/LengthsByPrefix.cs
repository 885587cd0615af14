using System.Globalization;
using System.Numerics;

namespace CrmMigration.Clean;

/// <summary>
/// Which lengths (in digits) a plan's numbers may have, told by their first digits. A tree of ten branches a level, read from the plan's
/// text.
/// </summary>
internal sealed class LengthsByPrefix
{
    private const int Fanout = 10;

    // A cell holds a bit per allowed length, or the complement of the place where the node for the next digit begins.
    private int[] cells = new int[Fanout];
    private int everyLength;

    /// <summary>Reads items such as <c>20-28:9,10</c>, parted by spaces; see <see cref="NumberingPlans"/>.</summary>
    public LengthsByPrefix(string plan)
    {
        foreach (var item in plan.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(item);
        }
    }

    public int Shortest => BitOperations.TrailingZeroCount(everyLength);

    public int Longest => BitOperations.Log2((uint)everyLength);

    /// <summary>False too for a number that ends before its plan is decided, and for an empty one.</summary>
    public bool Allows(ReadOnlySpan<char> national)
    {
        var (node, all) = (0, cells);
        foreach (var digit in national)
        {
            var cell = all[node + (digit - '0')];
            if (cell >= 0)
            {
                return ((cell >> national.Length) & 1) != 0;
            }

            node = ~cell;
        }

        return false;
    }

    private void Add(string item)
    {
        var halves = item.Split(':');
        var (prefixes, lengths) = (halves[0], halves[1]);
        var allowed = lengths == "-" ? 0 : lengths.Split(',').Aggregate(0, (all, range) => all | Bits(range));
        everyLength |= allowed;
        if (prefixes[0] == '.')
        {
            Set(0, prefixes, allowed);
            return;
        }

        var (first, last) = Ends(prefixes);
        for (var prefix = first; prefix <= last; prefix++)
        {
            Set(0, prefix.ToString(CultureInfo.InvariantCulture).PadLeft(prefixes.Split('-')[0].Length, '0'), allowed);
        }
    }

    private void Set(int node, ReadOnlySpan<char> prefix, int allowed)
    {
        for (var digit = 0; digit < Fanout; digit++)
        {
            if (prefix[0] != '.' && prefix[0] - '0' != digit)
            {
                continue;
            }

            if (prefix.Length == 1)
            {
                cells[node + digit] = allowed;
            }
            else if (cells[node + digit] != 0 || prefix[0] != '.')
            {
                Set(NodeBelow(node + digit), prefix[1..], allowed);
            }
        }
    }

    private int NodeBelow(int cell)
    {
        if (cells[cell] >= 0)
        {
            var inherited = cells[cell];
            cells[cell] = ~cells.Length;
            cells = [.. cells, .. Enumerable.Repeat(inherited, Fanout)];
        }

        return ~cells[cell];
    }

    private static int Bits(string range)
    {
        var (first, last) = Ends(range);
        return Enumerable.Range(first, last - first + 1).Aggregate(0, (all, length) => all | (1 << length));
    }

    private static (int First, int Last) Ends(string range)
    {
        var ends = range.Split('-');
        return (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[^1], CultureInfo.InvariantCulture));
    }
}
