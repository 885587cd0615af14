namespace CrmMigration.Cli.Sample.Customers;

internal enum CustomerKind
{
    Ordinary,

    /// <summary>Has one name only, which becomes the last name: matches nobody.</summary>
    SingleName,

    /// <summary>Shares a phone, and maybe an e-mail address, with family members of other first names.</summary>
    FamilyMember,

    /// <summary>Shares the address info@ or the like with colleagues of other first names.</summary>
    Colleague,

    /// <summary>Stands two or three times in the table.</summary>
    Duplicated,

    /// <summary>Has no usable name.</summary>
    Rejected,
}
