namespace CrmMigration.Cli.Sample.Customers;

/// <summary>The role of every row, by formula: no row needs to know another.</summary>
internal sealed class CustomerRoles(long customers, ulong seed)
{
    private const int RowsPerRejection = 400;
    private const int RowsPerGroup = 8;

    private readonly Lanes lanes = new(customers, seed);

    public CustomerRole RoleOf(long index) =>
        lanes.RoleOf(index)
        ?? (IsRejectionSpot(index) ? Alone(CustomerKind.Rejected, index) : GroupRoleOf(index) ?? LoneRoleOf(index));

    /// <summary>The same answer as <see cref="RoleOf"/> gives, sooner: orders ask for it millions of times.</summary>
    public bool IsRejected(long index) => IsRejectionSpot(index) && lanes.RoleOf(index) is null;

    private bool IsRejectionSpot(long index)
    {
        var block = index / RowsPerRejection;
        var start = block * RowsPerRejection;
        var length = (int)Math.Min(RowsPerRejection, customers - start);
        return index - start == new SplitMix64(seed, Purpose.Rejection, block).Below(length);
    }

    private CustomerRole? GroupRoleOf(long index)
    {
        var seat = (int)(index % RowsPerGroup);
        var group = index / RowsPerGroup;
        var random = new SplitMix64(seed, Purpose.Block, group);
        var (kind, size) = random.Below(100) switch
        {
            < 10 => (CustomerKind.FamilyMember, 2 + random.Below(3)),
            < 15 => (CustomerKind.Colleague, 3 + random.Below(3)),
            _ => (CustomerKind.Ordinary, 0),
        };
        return seat < size ? new(kind, index, group, seat, 1) : null;
    }

    private CustomerRole LoneRoleOf(long index) =>
        Alone(new SplitMix64(seed, Purpose.Contact, ~index).Chance(15) ? CustomerKind.SingleName : CustomerKind.Ordinary, index);

    private static CustomerRole Alone(CustomerKind kind, long index) => new(kind, index, 0, 0, 1);
}
