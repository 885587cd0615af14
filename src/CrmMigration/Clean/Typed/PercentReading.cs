namespace CrmMigration.Clean.Typed;

/// <summary>What becomes of a number with a percent sign.</summary>
public enum PercentReading
{
    /// <summary>It is unusable.</summary>
    Refuse,

    /// <summary>12 % becomes 0.12.</summary>
    Fraction,

    /// <summary>12 % becomes 12.</summary>
    Number,
}
