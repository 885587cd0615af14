using CrmMigration.Cli.Sample.Contacts;

namespace CrmMigration.Cli.Sample.Customers;

/// <summary>Drafts any row of the table from its index.</summary>
internal sealed class CustomerDrafts(long customers, ulong seed)
{
    public CustomerRoles Roles { get; } = new(customers, seed);

    public CustomerDraft DraftOf(long index)
    {
        var role = Roles.RoleOf(index);
        var random = new SplitMix64(seed, Purpose.Contact, index);
        var (email, phone) = role.Kind switch
        {
            CustomerKind.Duplicated => OfPerson(role, ref random),
            CustomerKind.FamilyMember => OfFamily(role, ref random),
            CustomerKind.Colleague => (ContactUse.Shared, IsShared(role, 500) ? ContactUse.Shared : Lone(ref random)),
            CustomerKind.Rejected => (ContactUse.Own, ContactUse.Own),
            _ => (Lone(ref random), Lone(ref random)),
        };
        return new(index, role, email, phone);
    }

    private (ContactUse Email, ContactUse Phone) OfPerson(CustomerRole role, ref SplitMix64 random)
    {
        var (email, phone) = ClusterContacts.Of(role, new SplitMix64(seed, Purpose.ClusterContact, role.Person));
        return (MaybeUnusable(email, ref random), MaybeUnusable(phone, ref random));
    }

    private (ContactUse Email, ContactUse Phone) OfFamily(CustomerRole role, ref SplitMix64 random) =>
        (IsShared(role, 400) ? ContactUse.Shared : Lone(ref random), ContactUse.Shared);

    // One answer for the whole family or office.
    private bool IsShared(CustomerRole role, int perThousand) => new SplitMix64(seed, Purpose.GroupName, ~role.Group).Chance(perThousand);

    private static ContactUse Lone(ref SplitMix64 random) => random.Below(1000) switch
    {
        < 80 => ContactUse.Missing,
        < 100 => ContactUse.Unusable,
        _ => ContactUse.Own,
    };

    private static ContactUse MaybeUnusable(ContactUse use, ref SplitMix64 random) =>
        use == ContactUse.Missing && random.Chance(250) ? ContactUse.Unusable : use;
}
