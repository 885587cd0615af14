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

    /// <summary>
    /// Spreads keys over 0 .. space - 1 so that neighbours look unrelated and no two meet. Holds for keys below space and
    /// space below 2^31: the factor is a prime above that.
    /// </summary>
    public static long Scatter(long key, long space, ulong seed) => (long)((((ulong)key * 2_654_435_761) + (seed % (ulong)space)) % (ulong)space);
}
