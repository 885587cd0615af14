using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Replay;

/// <summary>Enters a replay in the books of its run, if the run is one whose rows can be replayed.</summary>
internal static class ReplayEntry
{
    /// <summary>Works in a transaction of its own; the caller holds the lease.</summary>
    /// <exception cref="InvalidSettingException">The rows of the run cannot be replayed now.</exception>
    public static async Task<RunRow> Enter(NpgsqlDataSource database, RunRef run, ReplayOptions options)
    {
        await using var target = await database.OpenConnectionAsync();
        await using var transaction = await target.BeginTransactionAsync();
        if (await Refusal(target, run.RunId) is { } refusal)
        {
            throw new InvalidSettingException(refusal);
        }

        await target.ExecuteAsync(SqlText.Of("Verify/ForgetLinks.sql"), new { run.RunId });
        await target.ExecuteAsync(SqlText.Of("Replay/CreateReplay.sql"), new { options.RunId, run.Fence, options.Rule, options.IdempotencyKey });
        var row = await target.QuerySingleAsync<RunRow>(SqlText.Of("Runs/FindRun.sql"), new { runId = run.RunId });
        await transaction.CommitAsync();
        return row;
    }

    /// <summary>In a sentence, why the rows of a run cannot be replayed; null when they can.</summary>
    public static async Task<string?> Refusal(NpgsqlConnection target, string runId) =>
        await target.QuerySingleOrDefaultAsync<RunRow>(SqlText.Of("Runs/FindRun.sql"), new { runId }) switch
        {
            null => $"The target knows no run {runId}.",
            { IsRehearsal: true } => $"Run {runId} was a rehearsal: nothing of it is in the target. Replay the run itself.",
            { IsCutover: true } => $"Run {runId} is a cut-over: what it rejected arrives with a later one when it is mended in the source.",
            { IsVerification: true } => $"Run {runId} is a verification, which rejects nothing. Replay the full run.",
            { IsIncremental: true } => $"Run {runId} is a sync: what it rejected arrives with a later one when it is mended in the source.",
            { SupersededBy: { } later } => $"Run {runId} was given up when run {later} of the same plan was started. Replay that one.",
            { State: "withdrawing" or "withdrawn" } => $"Run {runId} has been withdrawn. Start a new run.",
            { State: "cancelled" } => $"Run {runId} was cancelled, so that its books have no end. Start a new run.",
            { State: "not-reconciled" } =>
                $"Run {runId} does not reconcile (not-reconciled): find out why with 'crm-migrate report {runId}' before anything is added to it, then start a new run.",
            { State: not "reconciled" and var state } => $"Run {runId} is not finished ({state}). Carry it on with 'crm-migrate resume {runId}', then replay its rejected rows.",
            _ => await RefusalOfReconciled(target, runId),
        };

    private static async Task<string?> RefusalOfReconciled(NpgsqlConnection target, string runId) =>
        await target.ExecuteScalarAsync<string?>(SqlText.Of("Replay/FindNewerRun.sql"), new { runId }) is { } newer
            ? $"Run {newer} of the same plan was started after {runId} and has tried its rejected rows again. Replay that one: crm-migrate replay {newer}"
            : await target.ExecuteScalarAsync<bool>(SqlText.Of("Sync/IsSynchronized.sql"), new { runId })
                ? $"Run {runId} has been followed by a sync, which knows where its rows are by now. Mend the rows in the source: they arrive with the next sync."
                : null;
}
