using CrmMigration.Sync;
using Dapper;
using Npgsql;

namespace CrmMigration.Verify;

/// <summary>The differences of one source of an entity, as the books of a verification hold them.</summary>
internal sealed class Differences(NpgsqlConnection target, long entityId, LinkSet set)
{
    /// <summary>Enters a row that differs; does nothing for any other.</summary>
    public async Task Put(SettledRow row)
    {
        if (row.IsDifference)
        {
            await target.ExecuteAsync(
                SqlText.Of("Verify/PutDifference.sql"),
                new
                {
                    entityId,
                    set.SetId,
                    set.Source,
                    key = row.Key.ToString(),
                    kind = row.State.ToString().ToLowerInvariant(),
                    row.Why,
                    target = row.Target?.ToString(),
                    columns = row.Columns?.ToArray() ?? [],
                });
        }
    }

    /// <summary>Rows that looked different, and are not.</summary>
    public Task<int> Drop(IEnumerable<SettledRow> rows) => Execute("Verify/DropFound.sql", rows);

    /// <summary>Rows that were different, and are no more.</summary>
    public Task<int> Repaired(IEnumerable<SettledRow> rows) => Execute("Verify/MarkRepaired.sql", rows);

    private Task<int> Execute(string statement, IEnumerable<SettledRow> rows) =>
        target.ExecuteAsync(SqlText.Of(statement), new { entityId, set.SetId, keys = rows.Select(row => row.Key.ToString()).ToArray() });
}
