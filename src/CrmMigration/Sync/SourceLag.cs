using CrmMigration.Runs;

namespace CrmMigration.Sync;

/// <summary>
/// How old the oldest change of a source is that a pass finds. The source tells it where it keeps commit times (track_commit_timestamp) and no row is gone, as those
/// have none; a row that changed twice counts by its last change. Else it is at most the time since the last look.
/// </summary>
internal static class SourceLag
{
    /// <param name="gone">Rows that have left.</param>
    /// <param name="known">Its last look was one by the horizon: one by a column tells nothing of rows that have left, or whose column was not maintained.</param>
    /// <returns>Null where nobody knows: all rows were compared, as the source is another one, or nothing tells when the last look was.</returns>
    public static FoundLag? Of((SourceMoment Moment, SourceLook Look) now, LinkSet known, ChangeTimes changed, long gone) => (changed, gone, known.LookedAt) switch
    {
        _ when now.Look.ComparesAll is not null => null,
        (_, _, { } last) when now.Look.ByColumn => new(Seconds(now.Moment.At - last), IsExact: false),
        _ when now.Look.Log is { Oldest: { } oldest } => new(Seconds(now.Moment.At - oldest), IsExact: true),
        _ when now.Look.Log is not null => new(0, IsExact: true),
        ({ Rows: 0 }, 0, _) => new(0, IsExact: true),
        ({ Known: true, Oldest: null }, 0, _) => new(0, IsExact: true),
        ({ Known: true, Oldest: { } oldest }, 0, _) => new(Seconds(now.Moment.At - oldest), IsExact: true),
        (_, _, { } last) => new(Seconds(now.Moment.At - last), IsExact: false),
        _ => null,
    };

    // A commit that another core stamped may lie a moment ahead.
    private static double Seconds(TimeSpan lag) => Math.Max(0, lag.TotalSeconds);
}
