using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Withdraw;

/// <summary>Enters the withdrawal of a run in its books, if the run is one that can be withdrawn.</summary>
internal static class WithdrawEntry
{
    /// <summary>Works in a transaction of its own; the caller holds the lease.</summary>
    /// <exception cref="InvalidSettingException">The run cannot be withdrawn now.</exception>
    public static async Task<RunRow> Enter(NpgsqlDataSource database, RunRef run, WithdrawOptions options)
    {
        await using var target = await database.OpenConnectionAsync();
        await using var transaction = await target.BeginTransactionAsync();
        if (await Refusal(target, run.RunId) is { } refusal)
        {
            throw new InvalidSettingException(refusal);
        }

        await target.ExecuteAsync(SqlText.Of("Withdraw/EnterWithdrawal.sql"), new { options.RunId, run.Fence });
        var row = await target.QuerySingleAsync<RunRow>(SqlText.Of("Runs/FindRun.sql"), new { runId = run.RunId });
        await transaction.CommitAsync();
        return row;
    }

    /// <summary>In a sentence, why a run cannot be withdrawn; null when it can, also once more.</summary>
    public static async Task<string?> Refusal(NpgsqlConnection target, string runId) =>
        await target.QuerySingleOrDefaultAsync<RunRow>(SqlText.Of("Runs/FindRun.sql"), new { runId }) switch
        {
            null => $"The target knows no run {runId}.",
            { IsVerification: true, IsPass: false } => $"Run {runId} is a verification, which wrote nothing: there is nothing to withdraw.",
            { IsRehearsal: true } => $"Run {runId} was a rehearsal: nothing of it is in the target, so there is nothing to withdraw.",
            _ => await RefusalOfOrder(target, runId),
        };

    // What a later run wrote stands on what this one did.
    private static async Task<string?> RefusalOfOrder(NpgsqlConnection target, string runId) =>
        await target.ExecuteScalarAsync<string?>(SqlText.Of("Withdraw/FindNewer.sql"), new { runId }) is { } newer
            ? $"Run {newer} of the same plan was begun after {runId} and wrote to the target. Withdraw that one first: crm-migrate withdraw {newer}"
            : await target.ExecuteScalarAsync<DateTime?>(SqlText.Of("Withdraw/FindForgotten.sql"), new { runId }) is { } when
                ? $"What run {runId} wrote over was dropped from the books at {Reconcile.Report.Figures.Moment(when)}, so that nobody can bring it back."
                : null;
}
