using CrmMigration.Runs;

namespace CrmMigration.Reconcile.Report;

/// <summary>The verdict of a run in words, shared by the terminal and the page.</summary>
public static class VerdictWords
{
    /// <summary>One to three words.</summary>
    public static string Name(RunReport report) => (report.Mode, report.Verdict) switch
    {
        (RunMode.Rehearsal, Verdict.Reconciled) => "Rehearsed",
        (RunMode.Rehearsal, Verdict.NotReconciled) => "Would not reconcile",
        (RunMode.Rehearsal, Verdict.Failed) => "Rehearsal failed",
        (RunMode.Rehearsal, _) => "Rehearsal unfinished",
        (RunMode.Cutover, Verdict.Reconciled) => "Go",
        (RunMode.Cutover, Verdict.NotReconciled) => "No-go",
        (RunMode.Verify, Verdict.Reconciled) => "Equal",
        (RunMode.Verify, Verdict.NotReconciled) => "Different",
        (_, Verdict.Reconciled) => "Reconciled",
        (_, Verdict.NotReconciled) => "Not reconciled",
        (_, Verdict.Failed) => "Failed",
        (_, Verdict.Withdrawn) => "Withdrawn",
        _ => "Unfinished",
    };

    /// <summary><c>run</c>, <c>sync</c> or <c>rehearsal</c>.</summary>
    public static string Noun(RunReport report) => report.Mode switch { RunMode.Rehearsal => "rehearsal", RunMode.Incremental => "sync", RunMode.Verify => "verification", RunMode.Cutover => "cut-over", _ => "run" };

    /// <summary>Rows were brought over, so that there are fates to tell; a verification brings only what it repairs.</summary>
    public static bool HasBooks(RunReport report) => report.Mode != RunMode.Verify || report.Counts.Read > 0;

    public static string Meaning(RunReport report) => (report.Mode, report.Verdict) switch
    {
        (RunMode.Rehearsal, Verdict.Reconciled) => "A run would account for every row as told here. Nothing was written to the target's tables.",
        (RunMode.Rehearsal, Verdict.NotReconciled) => "In a run something would not add up. Nothing was written to the target's tables.",
        (RunMode.Rehearsal, Verdict.Failed) => "The rehearsal stopped with a fault; the target's tables are as they were, and it can be resumed.",
        (RunMode.Rehearsal, _) => "The figures are those of the work done so far; the target's tables are as they were.",
        (_, Verdict.Withdrawn) => "What was written is taken back; the figures are those of before.",
        (RunMode.Incremental, Verdict.Reconciled) => "Every row that changed or left is accounted for, and what was written is there.",
        (RunMode.Incremental, Verdict.Failed) => "The sync stopped with a fault; what it brought stays, and the next one begins where the last whole one ended.",
        (RunMode.Cutover, Verdict.Reconciled) => "Nothing speaks against moving to the new CRM now.",
        (RunMode.Cutover, Verdict.NotReconciled) => "Stay with the old CRM until what the list says is done. Nothing was changed but what a pass changes.",
        (RunMode.Cutover, Verdict.Failed) => "The cut-over stopped with a fault; what its pass brought stays, and it can be resumed or begun anew.",
        (RunMode.Cutover, _) => "The cut-over has not come to its end yet.",
        (RunMode.Verify, Verdict.Reconciled) => "The target holds what the plan makes of the sources.",
        (RunMode.Verify, Verdict.NotReconciled) => "The target does not hold what the plan makes of the sources. The view crm_migration.differences names every row.",
        (RunMode.Verify, Verdict.Failed) => "The verification stopped with a fault, and can be resumed.",
        (RunMode.Verify, _) => "Not all entities are compared yet.",
        (_, Verdict.Reconciled) => "Every row is accounted for and the contents agree.",
        (_, Verdict.NotReconciled) => "Something does not add up; do not use the target before it is explained.",
        (_, Verdict.Failed) => "The run stopped with a fault; what was published stays, and the run can be resumed.",
        _ => "Not all entities are reconciled yet; the figures are those of the work done so far.",
    };

    /// <summary>How much in how long: <c>4,750,000 rows read in 2 min 13 s (35,700 rows/s)</c>.</summary>
    public static string Work(RunReport report)
    {
        var rows = report.Mode == RunMode.Verify ? Verified(report) : report.Counts.Read;
        var read = $"{Figures.Counted(rows, "row")} {(report.Mode == RunMode.Verify ? "compared" : "read")}";
        if (report.FinishedAt is not { } finished)
        {
            return read;
        }

        var elapsed = finished - report.StartedAt;
        return elapsed > TimeSpan.Zero
            ? $"{read} in {Figures.Duration(elapsed)} ({Figures.Rate(rows / elapsed.TotalSeconds)})"
            : read;
    }

    private static long Verified(RunReport report) => report.Entities.Sum(entity => entity.Verification?.Sources.Sum(source => source.Compared) ?? 0);
}
