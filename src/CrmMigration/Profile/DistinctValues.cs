namespace CrmMigration.Profile;

/// <summary>Different values among those that were read, null aside.</summary>
/// <param name="ErrorPercent">By how much <see cref="Values"/> may be wrong, in 95 of 100 cases; 0 for an exact count.</param>
/// <param name="OfSample">Of a sample: the whole table has at least as many.</param>
/// <param name="Repeated">Rows that hold a value which another row holds too, but for the first of each; as exact as <see cref="Values"/>.</param>
public sealed record DistinctValues(long Values, double ErrorPercent, bool OfSample, long Repeated);
