namespace CrmMigration.Clean.Phones;

/// <summary>
/// A set of digit strings, such as the national numbers that a country has assigned: an automaton without cycles, walked one digit at a
/// time in the memory of <see cref="PlanFile"/>. Digits are the numbers 0 to 9, not characters.
/// </summary>
internal readonly struct DigitTree(int root)
{
    private const int Nothing = 0;
    private const int NoChild = 15;

    /// <summary>Where the automaton begins in <see cref="PlanFile.Nodes"/>; 0 for a set of nothing.</summary>
    public int Root => root;

    public bool Accepts(ReadOnlySpan<byte> digits) => MarkOf(Walk(root, digits)) != 0;

    public bool Accepts(PrefixedDigits number) => MarkOf(Walk(Walk(Walk(root, number.Constant), number.Group), number.Rest)) != 0;

    /// <summary>Finds the prefix of this set at the start of the digits: the one that a backtracking search would find.</summary>
    public PrefixEnd FindPrefix(ReadOnlySpan<byte> digits)
    {
        var (found, node, length) = (PrefixEnd.None, root, 0);
        while (node != Nothing)
        {
            if (MarkOf(node) is var mark && mark != 0 && PlanFile.EndOf(mark, length, length == digits.Length) is { IsFound: true } end)
            {
                found = end;
            }

            node = length < digits.Length ? Child(node, digits[length]) : Nothing;
            length++;
        }

        return found;
    }

    private static int Walk(int node, ReadOnlySpan<byte> digits)
    {
        for (var i = 0; i < digits.Length && node != Nothing; i++)
        {
            node = Child(node, digits[i]);
        }

        return node;
    }

    private static int Child(int node, byte digit)
    {
        var nodes = PlanFile.Nodes;
        var map = PlanFile.Maps[nodes[node] & ((1 << PlanFile.MapBits) - 1)];
        var child = (int)(map >> (digit * 4)) & NoChild;
        return child == NoChild ? Nothing : nodes[node + 1 + child];
    }

    private static int MarkOf(int node) => node == Nothing ? 0 : PlanFile.Nodes[node] >> PlanFile.MapBits;
}
