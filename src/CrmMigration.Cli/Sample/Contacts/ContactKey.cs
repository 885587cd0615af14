namespace CrmMigration.Cli.Sample.Contacts;

/// <summary>Numbers every address and every phone of the sample: two keys are equal only if the contact is meant to be the same.</summary>
internal sealed class ContactKey(long customers)
{
    /// <summary>Keys are below this.</summary>
    public long Count => 3 * customers;

    public long Of(ContactUse use, long person, long group) => use switch
    {
        ContactUse.Own => person,
        ContactUse.Former => customers + person,
        ContactUse.Shared => (2 * customers) + group,
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, "Bug: a missing or unusable contact has no key."),
    };

    /// <summary>A number in 0 .. <see cref="Count"/> - 1 for an address; no two keys have the same.</summary>
    public long AddressNumber(long key, ulong seed) => Scatter(key, Count, 2_654_435_761, seed);

    /// <summary>
    /// A place in 0 .. space - 1 for a phone; no two keys have the same as long as keys are below space, and space below 2^31.
    /// </summary>
    public static long PhonePlace(long key, long space, ulong seed) => Scatter(key, space, 4_294_967_291, seed);

    // The factors are primes above any space, so no two keys meet; neighbours look unrelated, and so do a person's address and phone.
    private static long Scatter(long key, long space, ulong prime, ulong seed) =>
        (long)((((ulong)key * prime) + (seed % (ulong)space)) % (ulong)space);
}
