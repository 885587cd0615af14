using CrmMigration.Reconcile.Report;
using CrmMigration.Replay;
using CrmMigration.Sync;
using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>What a reader should know of a run besides its state, in sentences: what of its counts the target holds when it did not come to its end, and where its report is kept.</summary>
internal static class RunRemarks
{
    public static async Task<IReadOnlyList<string>> Read(NpgsqlConnection target, (string Id, RunMode Mode, string State) run, KeptReport kept)
    {
        List<string> remarks = [.. await OfBinding(target, run.Id)];
        if (await Withdraw.Withdrawal.Read(target, run.Id) is { } withdrawal)
        {
            remarks.AddRange(withdrawal.Describe());
        }
        else if (run.State is not ("reconciled" or "replaying" or "not-reconciled"))
        {
            var end = await Withdrawal(target, run.Id, run.State);
            List<Remains> remains = run.Mode == RunMode.Rehearsal ? [] : [.. await target.QueryAsync<Remains>(SqlText.Of("Runs/ReadRemains.sql"), new { runId = run.Id })];
            remarks.AddRange(run.Mode == RunMode.Rehearsal ? [OfRehearsal(end)] : end is not null ? OfWithdrawn(end, remains) : OfUnrevealed(remains));
        }

        if (run.Mode is RunMode.Incremental or RunMode.Verify or RunMode.Cutover)
        {
            remarks.AddRange(await SyncRemarks.Read(target, run.Id));
        }

        if (await target.QuerySingleOrDefaultAsync<LastReplay>(SqlText.Of("Replay/ReadLast.sql"), new { runId = run.Id }) is { } replay)
        {
            remarks.Add(replay.Describe(run.Id));
        }

        if (kept.Address is { } address)
        {
            remarks.Add($"The report is kept at {address}");
        }

        if (kept.Failure is { } failure)
        {
            remarks.Add($"The report could not be kept in its place; it is complete in the database. {failure}");
        }

        return remarks;
    }

    private static async Task<IEnumerable<string>> OfBinding(NpgsqlConnection target, string runId) =>
        (await target.QueryAsync<Basis>(SqlText.Of("Rehearse/Binding/ReadBasis.sql"), new { runId })).Select(basis => basis.Drift.Length == 0
            ? $"It is bound to the rehearsal {basis.Rehearsed}; nothing had changed since."
            : $"It is bound to the rehearsal {basis.Rehearsed}. What had changed since was let through: {string.Join(' ', basis.Drift)}");

    // Null while the run can still be carried on.
    private static async Task<string?> Withdrawal(NpgsqlConnection target, string runId, string state) => state == "cancelled"
        ? "cancelled"
        : await target.ExecuteScalarAsync<string?>(SqlText.Of("Runs/ReadSuccessor.sql"), new { runId }) is { } later ? $"given up for run {later}" : null;

    private static string OfRehearsal(string? end) => end is null
        ? "A rehearsal: the target's tables are as they were. What it has loaded lies in a table of its own, which it drops in the end."
        : $"The rehearsal was {end}. The target's tables are as they were, and what it had loaded is gone.";

    private static IEnumerable<string> OfWithdrawn(string end, IReadOnlyList<Remains> remains)
    {
        var stays = remains.Where(one => one.Visible).Select(one => $"{Rows(one)} in {one.Target}").ToList();
        yield return stays.Count == 0
            ? $"The run was {end} before it had published anything: the target holds no row of it."
            : $"The run was {end}, and what it had published by then stays in the target: {string.Join("; ", stays)}. "
                + "The view crm_migration.row_fates names these rows. A new run of the plan finds them by their keys and does not write them again; nothing but a withdrawal of the run takes them out.";
        foreach (var one in remains.Where(one => !one.Visible))
        {
            yield return $"{one.Entity}: the {Figures.Counted(one.Created, "row")} counted as created had only been loaded into a table that nobody saw yet. "
                + $"It is gone, and none of them is in {one.Target}.";
        }
    }

    private static IEnumerable<string> OfUnrevealed(IReadOnlyList<Remains> remains) => remains.Where(one => !one.Visible).Select(
        one => $"{one.Entity}: {one.Target} does not hold the {Figures.Counted(one.Created, "row")} counted as created yet. "
            + "What is loaded lies in a table that nobody sees until the run has got so far as to reveal it.");

    private static string Rows(Remains one) => (one.Created, one.Updated) switch
    {
        (var created, 0) => $"{Figures.Counted(created, "row")} created",
        (0, var updated) => $"{Figures.Counted(updated, "row")} updated",
        var (created, updated) => $"{Figures.Counted(created, "row")} created and {Figures.Count(updated)} updated",
    };

    private sealed record Basis
    {
        public string Rehearsed { get; init; } = "";

        public string[] Drift { get; init; } = [];
    }

    /// <param name="Visible">The rows are in the target, not in a table that was to become it.</param>
    private sealed record Remains(string Entity, string Target, bool Visible, long Created, long Updated);
}
