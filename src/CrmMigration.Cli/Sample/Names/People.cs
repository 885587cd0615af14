using CrmMigration.Cli.Sample.Customers;

namespace CrmMigration.Cli.Sample.Names;

/// <summary>
/// Who stands in a row. All rows of a person give the same answer; people who share a contact have different given names.
/// </summary>
internal sealed class People(ulong seed)
{
    public Person PersonOf(CustomerRole role)
    {
        var random = new SplitMix64(seed, Purpose.PersonName, role.Person);
        return role.IsInGroup ? InGroup(role, ref random) : Anyone(ref random);
    }

    // The seats of a group count through one culture's list, which is longer than any group: no given name comes twice.
    private Person InGroup(CustomerRole role, ref SplitMix64 own)
    {
        var group = new SplitMix64(seed, Purpose.GroupName, role.Group);
        var person = Anyone(ref group);
        var given = (person.Given + role.Place) % person.Culture.Given.Length;
        var family = role.Kind == CustomerKind.FamilyMember ? person.Family : own.Below(person.Culture.Family.Length);
        return person with { Given = given, Family = family };
    }

    private static Person Anyone(ref SplitMix64 random)
    {
        var culture = Cultures.Pick(ref random);
        return new(culture, random.Below(culture.Given.Length), random.Below(culture.Family.Length));
    }
}
