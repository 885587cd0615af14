namespace CrmMigration.Plan;

/// <summary>How a sync finds what changed in a source between those passes that go by the horizon of transactions, which misses nothing and needs nothing.</summary>
/// <param name="HorizonEvery">Every pass of this number goes by the horizon; 1: all.</param>
public abstract record ChangesPlan(int HorizonEvery)
{
    /// <summary>By a column of the source that says when a row was written last.</summary>
    /// <param name="ChangedAt">The column: timestamp with or without time zone, or date.</param>
    /// <param name="Overlap">How far a pass looks back behind the look before. Null: to the beginning of the oldest transaction that was open then, where the role may see those, else an hour.</param>
    public sealed record ByColumn(string ChangedAt, TimeSpan? Overlap, int HorizonEvery) : ChangesPlan(HorizonEvery)
    {
        public const int UsualHorizonEvery = 10;

        /// <summary>Where it is not written and open transactions cannot be seen.</summary>
        public static TimeSpan UsualOverlap => TimeSpan.FromHours(1);
    }

    /// <summary>By the source's log, through a slot and a publication that its owner made. Deletes are in it too.</summary>
    /// <param name="Slot">Null: named after the plan and the source, as <see cref="LogNames"/> says.</param>
    /// <param name="Publication">The same.</param>
    public sealed record ByLog(string? Slot, string? Publication, int HorizonEvery) : ChangesPlan(HorizonEvery)
    {
        public const int UsualHorizonEvery = 100;
    }
}
