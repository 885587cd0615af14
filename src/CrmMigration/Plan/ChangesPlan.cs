namespace CrmMigration.Plan;

/// <summary>A column of a source that says when a row was written last: passes of the sync read by it, and every so many by the horizon of transactions, which misses nothing.</summary>
/// <param name="ChangedAt">The column: timestamp with or without time zone, or date.</param>
/// <param name="Overlap">How far a pass looks back behind the look before. Null: to the beginning of the oldest transaction that was open then, where the role may see those, else an hour.</param>
/// <param name="HorizonEvery">Every pass of this number goes by the horizon; 1: all.</param>
public sealed record ChangesPlan(string ChangedAt, TimeSpan? Overlap, int HorizonEvery)
{
    public const int UsualHorizonEvery = 10;

    /// <summary>Where it is not written and open transactions cannot be seen.</summary>
    public static TimeSpan UsualOverlap => TimeSpan.FromHours(1);
}
