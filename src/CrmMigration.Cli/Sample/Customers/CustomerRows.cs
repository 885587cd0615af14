using CrmMigration.Cli.Sample.Contacts;
using CrmMigration.Cli.Sample.Names;

namespace CrmMigration.Cli.Sample.Customers;

/// <summary>Writes any row of old_crm_customers from its draft.</summary>
internal sealed class CustomerRows
{
    private readonly ulong seed;
    private readonly People people;
    private readonly NameSpelling names;
    private readonly EmailSpelling emails;
    private readonly PhoneSpelling phones;

    public CustomerRows(long customers, ulong seed)
    {
        var keys = new ContactKey(customers);
        this.seed = seed;
        people = new(seed);
        names = new(seed);
        emails = new(new EmailAddresses(keys, seed), seed);
        phones = new(keys, seed);
    }

    public CustomerRow RowOf(CustomerDraft draft)
    {
        var person = people.PersonOf(draft.Role);
        return new(
            IdOf(draft.Index),
            names.Write(person, draft),
            emails.Write(person, draft),
            phones.Write(person, draft),
            draft.Role.Person);
    }

    /// <summary>About every third id is in use, and after each 4096 rows ten thousand are skipped, as after a deleted import.</summary>
    public int IdOf(long index) =>
        (int)(1001 + (3 * index) + new SplitMix64(seed, Purpose.CustomerId, index).Below(3) + (index / 4096 * 10_000));
}
