using Dapper;
using Npgsql;

namespace CrmMigration.Reconcile;

/// <summary>Reads rejected rows page by page.</summary>
internal static class RejectPageReader
{
    /// <param name="after">Null: from the first row.</param>
    public static async Task<RejectPage> Read(NpgsqlConnection target, string runId, RejectCursor? after, int top)
    {
        // One more than asked for tells whether there is a next page.
        var lines = (await target.QueryAsync<Line>(
            SqlText.Of("Runs/ReadRejectPage.sql"),
            new { runId, position = after?.Position, sourceKey = after?.SourceKey, rows = top + 1 })).ToList();
        var rows = lines.Take(top).Select(line => new RejectedRow(line.Entity, line.Source, line.SourceKey, line.Rule, line.Field, line.Reason, line.SqlState));
        return new([.. rows], lines.Count > top ? new(lines[top - 1].Position, lines[top - 1].SourceKey) : null);
    }

    private sealed record Line(string Entity, string Source, string SourceKey, string Rule, string? Field, string Reason, string? SqlState, int Position);
}
