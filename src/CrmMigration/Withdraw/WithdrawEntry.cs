using CrmMigration.Plan;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Withdraw;

/// <summary>Enters the withdrawal of a run in its books, if the run is one that can be withdrawn.</summary>
internal static class WithdrawEntry
{
    /// <summary>Works in a transaction of its own; the caller holds the lease.</summary>
    /// <exception cref="InvalidSettingException">The run cannot be withdrawn now.</exception>
    public static async Task<RunRow> Enter(NpgsqlDataSource database, CheckedPlan plan, RunRef run)
    {
        await using var target = await database.OpenConnectionAsync();
        await using var transaction = await target.BeginTransactionAsync();
        if (await Refusal(target, run.RunId) is { } refusal)
        {
            throw new InvalidSettingException(refusal);
        }

        await CheckRights(target, plan, run.RunId);
        await target.ExecuteAsync(SqlText.Of("Withdraw/EnterWithdrawal.sql"), new { run.RunId, run.Fence });
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

    /// <exception cref="InvalidSettingException">The role of the target may not undo what the run did; told before anything is, as no other run may begin half way.</exception>
    public static async Task CheckRights(NpgsqlConnection target, CheckedPlan plan, string runId)
    {
        var entities = plan.Entities.Select(one => one.Plan).ToList();
        var missing = (await target.QueryAsync<(string Privilege, string Table)>(
            SqlText.Of("Withdraw/FindMissingRights.sql"),
            new { runId, entities = entities.Select(one => one.Name).ToArray(), tables = entities.Select(one => one.TargetTable.Sql).ToArray() })).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidSettingException(
                $"The role of the target has not got all rights that the withdrawal needs; nothing was undone. Grant them, then withdraw again: {string.Join("; ", missing.Select(one => $"grant {one.Privilege} on {one.Table} to the role"))}");
        }
    }

    // What a later run wrote stands on what this one did.
    private static async Task<string?> RefusalOfOrder(NpgsqlConnection target, string runId) =>
        await target.ExecuteScalarAsync<string?>(SqlText.Of("Withdraw/FindNewer.sql"), new { runId }) is { } newer
            ? $"Run {newer} of the same plan was begun after {runId} and wrote to the target. Withdraw that one first: crm-migrate withdraw {newer}"
            : await target.ExecuteScalarAsync<DateTime?>(SqlText.Of("Withdraw/FindForgotten.sql"), new { runId }) is { } when
                ? $"What run {runId} wrote over was dropped from the books at {Reconcile.Report.Figures.Moment(when)}, so that nobody can bring it back."
                : null;
}
