using CrmMigration.Plan;

namespace CrmMigration.Sync;

/// <summary>How a pass looks for what changed in one source.</summary>
/// <param name="Condition">SQL over the source's table: which rows may have changed.</param>
/// <param name="ComparesAll">In a sentence, why all may have; null where not.</param>
/// <param name="ByColumn">By the column that the plan names. Rows that have left are not looked for, and the horizon stays, as rows may be missed.</param>
internal sealed record SourceLook(string Condition, string? ComparesAll, bool ByColumn)
{
    public static SourceLook Of(SourceMoment moment, LinkSet known, CheckedSource read)
    {
        if (moment.WhyNotSince(known) is { } why)
        {
            return new("true", why, ByColumn: false);
        }

        return MayGoByColumn(known, read)
            ? new($"{SqlName.Quote(read.ChangedAt!.Name)} >= {SqlName.Literal(known.ChangedSince!)}::{read.ChangedAt.BaseType}", null, ByColumn: true)
            : new($"age(xmin) <= age('{Horizon(known.Horizon)}'::xid)", null, ByColumn: false);
    }

    private static bool MayGoByColumn(LinkSet known, CheckedSource read) =>
        read.Plan.Changes is { } changes && known.ChangedColumn == changes.ChangedAt && known.ChangedSince is not null && known.PassesByColumn + 1 < changes.HorizonEvery;

    // 0, 1 and 2 are no transactions; the one before them is earlier, which does no harm.
    private static uint Horizon(long horizon) => unchecked((uint)horizon) is var low && low < 3 ? uint.MaxValue : low;
}
