using CrmMigration.Profile;

namespace CrmMigration.Rehearse.Binding;

/// <summary>
/// Tells what changes with a source that people go on working in from what makes it another one. Rows come, go and are written over; so
/// many that the figures foreseen still give the picture. Tables and columns do not change by themselves.
/// </summary>
internal static class SourceGrowth
{
    /// <summary>A table may have so many percent more rows than it had, or fewer.</summary>
    public const int MostPercent = 10;

    // A small table doubles quickly, and says little about a run.
    private const long AnyNumberUpTo = 100;

    /// <param name="before">Where the change came from.</param>
    public static bool IsOf(SourceChange change, SourceFingerprint before, SourceFingerprint now) => change.Kind switch
    {
        SourceChangeKind.Keys or SourceChangeKind.Contents => true,
        SourceChangeKind.Rows => IsSmall(Rows(before, change), Rows(now, change)),
        _ => false,
    };

    private static bool IsSmall(long before, long now) => Math.Abs(now - before) <= Math.Max(AnyNumberUpTo, before * MostPercent / 100);

    private static long Rows(SourceFingerprint tables, SourceChange change) =>
        tables.Tables.First(table => (table.Source, table.Table) == (change.Source, change.Table)).Rows;
}
