using System.Numerics;

namespace CrmMigration.Cli.Sample.Customers;

/// <summary>
/// Says which rows are one person, by formula. The table is cut in three stretches; a lane is one row of each. Most lanes are
/// three people; in some two of the rows, in a few all three, are the same. So the rows of one person stand at least a sixth of
/// the table apart.
/// </summary>
internal sealed class Lanes(long customers, ulong seed)
{
    private readonly long stretch = customers / 3;

    /// <summary>The role of a row that stands for a person with several rows; null for every other row.</summary>
    public CustomerRole? RoleOf(long index)
    {
        if (index >= 3 * stretch)
        {
            return null;
        }

        var slot = (int)(index / stretch);
        var lane = LaneOf(index, slot);
        var members = MembersOf(lane);
        if ((members & (1 << slot)) == 0)
        {
            return null;
        }

        var first = BitOperations.TrailingZeroCount(members);
        var place = BitOperations.PopCount((uint)(members & ((1 << slot) - 1)));
        return new(CustomerKind.Duplicated, IndexOf(lane, first), 0, place, BitOperations.PopCount((uint)members));
    }

    private long LaneOf(long index, int slot) =>
        slot == 2 ? (index - stretch - (stretch / 2)) % stretch : index - (slot * stretch);

    private long IndexOf(long lane, int slot) =>
        slot == 2 ? (2 * stretch) + ((lane + (stretch / 2)) % stretch) : lane + (slot * stretch);

    // Of 1000 lanes (3000 rows) 120 hold a pair and 15 a chain of three: 150 rows to merge away, 5 in a hundred.
    private int MembersOf(long lane) => new SplitMix64(seed, Purpose.Lane, lane).Below(1000) switch
    {
        < 15 => 0b111,
        < 55 => 0b011,
        < 95 => 0b101,
        < 135 => 0b110,
        _ => 0,
    };
}
