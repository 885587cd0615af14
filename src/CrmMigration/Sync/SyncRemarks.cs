using CrmMigration.Reconcile.Report;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>What a reader of a pass should know besides its counts, in sentences.</summary>
internal static class SyncRemarks
{
    public static async Task<IReadOnlyList<string>> Read(NpgsqlConnection target, string runId)
    {
        List<string> remarks =
        [
            .. await target.QueryAsync<string>(SqlText.Of("Sync/ReadComparedAll.sql"), new { runId }),
            .. await target.QueryAsync<string>(SqlText.Of("Sync/ReadNews.sql"), new { runId }),
            .. await target.QueryAsync<string>(SqlText.Of("Sync/Log/ReadRemarks.sql"), new { runId }),
        ];
        var reviews = await target.ExecuteScalarAsync<long>(SqlText.Of("Sync/CountReviews.sql"), new { runId });
        if (reviews > 0)
        {
            remarks.Add($"{Figures.Counted(reviews, "row")} for somebody to decide: see the view crm_migration.reviews.");
        }

        return remarks;
    }
}
