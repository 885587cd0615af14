using CrmMigration.Plan;
using CrmMigration.Sync.Log;

namespace CrmMigration.Sync;

/// <summary>How a pass looks for what changed in one source.</summary>
/// <param name="Condition">SQL over the source's table: which rows may have changed.</param>
/// <param name="ComparesAll">In a sentence, why all may have; null where not.</param>
/// <param name="Log">What the log says changed, and has left; null where that is not asked. The horizon stays, as it is for the next pass that goes by it.</param>
/// <param name="ByColumn">By the column that the plan names. Rows that have left are not looked for, and the horizon stays, as rows may be missed.</param>
internal sealed record SourceLook(string Condition, string? ComparesAll, bool ByColumn, LoggedKeys? Log = null)
{
    /// <summary>It tells of all rows of the source, and the horizon may move.</summary>
    public bool ByHorizon => !ByColumn && Log is null;

    public static SourceLook Of(SourceMoment moment, LinkSet known, CheckedSource read, LoggedKeys? log)
    {
        if (moment.WhyNotSince(known) is { } why)
        {
            return new("true", why, ByColumn: false);
        }

        if (log is not null && known.PassesByColumn + 1 < read.Plan.Changes!.HorizonEvery)
        {
            return new("false", null, ByColumn: false, log);
        }

        return MayGoByColumn(known, read)
            ? new($"{SqlName.Quote(read.ChangedAt!.Name)} >= {SqlName.Literal(known.ChangedSince!)}::{read.ChangedAt.BaseType}", null, ByColumn: true)
            : new(HorizonCondition.Of(known.Horizon), null, ByColumn: false);
    }

    private static bool MayGoByColumn(LinkSet known, CheckedSource read) =>
        read.Plan.Changes is ChangesPlan.ByColumn changes && known.ChangedColumn == changes.ChangedAt && known.ChangedSince is not null && known.PassesByColumn + 1 < changes.HorizonEvery;
}
