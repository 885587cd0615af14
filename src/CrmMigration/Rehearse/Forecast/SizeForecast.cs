using CrmMigration.Reconcile;

namespace CrmMigration.Rehearse.Forecast;

/// <summary>By how much a target table would grow.</summary>
internal static class SizeForecast
{
    // A table fills its pages and its indexes a little differently every time.
    private const double OfAll = 0.05;
    private const double OfSample = 0.1;

    /// <param name="bytes">Of the table that stood for the target, with its indexes.</param>
    /// <param name="done">What the rehearsal did.</param>
    /// <param name="foreseen">What a run would do.</param>
    public static Estimate Of(EntityFacts facts, long bytes, FateCounts done, EntityForecast foreseen)
    {
        // Merged rows were in a table that is loaded first, and leave their room behind.
        var written = done.Created + done.Updated + (facts.LoadsFirst ? done.Merged : 0);
        long Foreseen(string fate) => foreseen.Fates.FirstOrDefault(one => one.Fate == fate)?.Rows.Likely ?? 0;
        var rows = Foreseen("created") + Foreseen("updated") + (facts.LoadsFirst ? Foreseen("merged") : 0);
        var each = written + facts.CopiedRows == 0 ? 0 : (double)bytes / (written + facts.CopiedRows);
        return Estimate.Within(each * rows, facts.IsSample ? OfSample : OfAll);
    }
}
