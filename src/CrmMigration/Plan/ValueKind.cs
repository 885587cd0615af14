namespace CrmMigration.Plan;

/// <summary>
/// What a value's text stands for between transforms. All kinds but <see cref="Text"/> have one spelling for each value, which the
/// columns of several types take.
/// </summary>
public enum ValueKind
{
    /// <summary>Any text: for text columns, and uuid in its usual form.</summary>
    Text,

    /// <summary><c>2024-12-31</c>, years 0001 to 9999: for date, timestamp and timestamptz (midnight UTC).</summary>
    Date,

    /// <summary><c>2024-12-31 23:59:58</c>, with up to six digits behind a point: for timestamp and timestamptz (as UTC).</summary>
    Timestamp,

    /// <summary><c>-1234.50</c>: for numeric and floating-point columns, and integers where nothing but zeros is behind the point.</summary>
    Decimal,

    /// <summary><c>-1234</c>: for integers of any width and everything a decimal is for.</summary>
    Integer,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,
}
