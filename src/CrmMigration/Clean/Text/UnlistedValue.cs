namespace CrmMigration.Clean.Text;

/// <summary>What becomes of a value that is not in a list of values.</summary>
public enum UnlistedValue
{
    /// <summary>It is unusable; the field's <c>onInvalid</c> says what follows.</summary>
    Unusable,

    /// <summary>Its row is rejected, whatever the field's <c>onInvalid</c> says.</summary>
    Reject,

    /// <summary>It stays as it is.</summary>
    Keep,
}
