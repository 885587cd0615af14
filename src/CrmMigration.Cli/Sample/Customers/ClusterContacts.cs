using CrmMigration.Cli.Sample.Contacts;

namespace CrmMigration.Cli.Sample.Customers;

/// <summary>
/// Which contacts the rows of one person hold, so that they match by the default plan: by e-mail address and first name, or by
/// phone and both names. In a chain only the neighbours match, so that who joins the ends must follow the links.
/// </summary>
internal static class ClusterContacts
{
    private static readonly (ContactUse Email, ContactUse Phone)[][] Pairs =
    [
        [(ContactUse.Own, ContactUse.Own), (ContactUse.Own, ContactUse.Own)],
        [(ContactUse.Own, ContactUse.Own), (ContactUse.Own, ContactUse.Missing)],
        [(ContactUse.Own, ContactUse.Missing), (ContactUse.Own, ContactUse.Own)],
        [(ContactUse.Own, ContactUse.Own), (ContactUse.Missing, ContactUse.Own)],
        [(ContactUse.Missing, ContactUse.Own), (ContactUse.Own, ContactUse.Own)],
        [(ContactUse.Own, ContactUse.Own), (ContactUse.Own, ContactUse.Former)],
        [(ContactUse.Own, ContactUse.Own), (ContactUse.Former, ContactUse.Own)],
    ];

    private static readonly (ContactUse Email, ContactUse Phone)[] Chain =
    [
        (ContactUse.Own, ContactUse.Missing),
        (ContactUse.Own, ContactUse.Own),
        (ContactUse.Missing, ContactUse.Own),
    ];

    /// <summary>The contacts of the row with this role; <paramref name="random"/> belongs to the person, not to the row.</summary>
    public static (ContactUse Email, ContactUse Phone) Of(CustomerRole role, SplitMix64 random) => role.Rows == 2
        ? random.Pick<(ContactUse, ContactUse)[]>(Pairs)[role.Place]
        : Chain[(role.Place + random.Below(Chain.Length)) % Chain.Length];
}
