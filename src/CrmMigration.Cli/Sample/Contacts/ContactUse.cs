namespace CrmMigration.Cli.Sample.Contacts;

/// <summary>Which of a person's addresses or numbers a row holds.</summary>
internal enum ContactUse
{
    /// <summary>The person's own.</summary>
    Own,

    /// <summary>Another one of the person, good and in no other row.</summary>
    Former,

    /// <summary>That of the family or office.</summary>
    Shared,

    /// <summary>NULL or blank.</summary>
    Missing,

    /// <summary>Text that is no address or number: must become NULL, with a correction.</summary>
    Unusable,
}
