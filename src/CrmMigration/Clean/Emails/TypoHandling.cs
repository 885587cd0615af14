namespace CrmMigration.Clean.Emails;

/// <summary>What becomes of an address whose domain looks mistyped.</summary>
public enum TypoHandling
{
    /// <summary>It is corrected, and the correction told by <c>email.domain-typo</c>.</summary>
    Correct,

    /// <summary>It stays, and is told by <c>email.domain-suspected</c>; the correction is only suggested.</summary>
    Suggest,

    /// <summary>It stays, and nothing is said.</summary>
    Keep,
}
