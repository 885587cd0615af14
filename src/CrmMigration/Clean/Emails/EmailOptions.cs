namespace CrmMigration.Clean.Emails;

/// <summary>How e-mail addresses are cleaned. The default corrects typos, writes domains in Unicode and refuses quoted mailboxes.</summary>
public readonly record struct EmailOptions
{
    public TypoHandling Typos { get; init; }

    public DomainForm Domain { get; init; }

    /// <summary>Whether a mailbox may stand in quotes ("a b"@example.org), which few mail servers take.</summary>
    public bool TakesQuoted { get; init; }
}
