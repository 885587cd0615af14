namespace CrmMigration.Clean.Emails;

/// <summary>
/// Why an e-mail address was cleared: something in it that no mailbox reachable over the internet can have; and how one was corrected.
/// </summary>
internal static class EmailRules
{
    public static readonly Rule NoAt =
        new("email.no-at", "An e-mail address needs an @ between the mailbox and the domain; this value has none.");

    public static readonly Rule SeveralAts =
        new("email.several-ats", "The value has more than one @, so it is either two addresses or a mistyped one.");

    public static readonly Rule NoMailbox =
        new("email.no-mailbox", "Nothing stands before the @, so there is no mailbox to write to.");

    public static readonly Rule BadMailbox =
        new("email.bad-mailbox", "The part before the @ has a character that mail servers do not accept there.");

    public static readonly Rule BadDots =
        new("email.bad-dots", "The part before the @ begins or ends with a dot, or has two dots in a row.");

    public static readonly Rule SpaceInside =
        new("email.space-inside", "The value has a space inside, so it is not one e-mail address.");

    public static readonly Rule ControlCharacter =
        new("email.control-character", "The value has a line break or another invisible control character.");

    public static readonly Rule BadDomain =
        new("email.bad-domain", "The part after the @ is not a domain name: letters, digits and inner hyphens, parted by single dots.");

    public static readonly Rule NoDotInDomain =
        new("email.no-dot-in-domain", "The part after the @ is one word without a dot, so it is no domain on the internet.");

    public static readonly Rule IpAddress =
        new("email.ip-address", "The part after the @ is a network address in place of a domain name.");

    public static readonly Rule TooLong =
        new("email.too-long", "The address, or one part of it, is longer than mail servers allow.");

    public static readonly Rule DomainTypo =
        new("email.domain-typo", "The domain was mistyped, and was corrected to the provider or ending that was meant.");

    public static readonly Rule DomainSuspected =
        new("email.domain-suspected", "The domain looks mistyped; it was left as it is.");

    public static readonly Rule GmailDots =
        new("email.gmail-dots", "Dots at the ends of a Gmail mailbox, or two in a row, were left out; Google takes no notice of dots.");

    public static readonly Rule Unwrapped =
        new("email.unwrapped", "The address was taken out of the name, link or quotes around it.");

    public static IEnumerable<Rule> All =>
    [
        NoAt, SeveralAts, NoMailbox, BadMailbox, BadDots, SpaceInside, ControlCharacter, BadDomain, NoDotInDomain, IpAddress, TooLong,
        DomainTypo, DomainSuspected, GmailDots, Unwrapped,
    ];
}
