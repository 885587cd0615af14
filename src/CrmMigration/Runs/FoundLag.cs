using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>How old the oldest change was that a pass found, when it looked.</summary>
/// <param name="IsExact">As the source keeps commit times, or as nothing had changed; else it is no older than that: what committed before the pass before looked had arrived.</param>
public sealed record FoundLag(double Seconds, bool IsExact)
{
    /// <summary>Of a pass; null for other runs, before it has looked at every source, and where nobody knows.</summary>
    internal static Task<FoundLag?> Read(NpgsqlConnection target, string runId) =>
        target.QuerySingleOrDefaultAsync<FoundLag?>(SqlText.Of("Runs/ReadFoundLag.sql"), new { runId });
}
