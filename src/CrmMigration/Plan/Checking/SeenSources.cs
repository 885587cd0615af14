using Dapper;
using Npgsql;

namespace CrmMigration.Plan.Checking;

/// <summary>The columns that a plan's source tables had when its newest pass saw them, or its full run before the first pass.</summary>
internal sealed class SeenSources
{
    private readonly Dictionary<(string Entity, string Source, string Table), IReadOnlyList<SeenColumn>> columns = [];

    /// <summary>Null where no run has seen that table of the source.</summary>
    public IReadOnlyList<SeenColumn>? Of(EntityTables tables) => columns.GetValueOrDefault((tables.Plan.Name, tables.From.Source, $"{tables.From.Table}"));

    public static async Task<SeenSources> Read(string plan, NpgsqlDataSource target, CancellationToken cancellation)
    {
        var seen = new SeenSources();
        await using var connection = await target.OpenConnectionAsync(cancellation);
        if (await connection.ExecuteScalarAsync<bool?>(SqlText.Of("Plan/HasSeenColumns.sql")) == true)
        {
            foreach (var (entity, source, table, json) in await connection.QueryAsync<(string, string, string, string)>(SqlText.Of("Plan/ReadSeenColumns.sql"), new { plan }))
            {
                seen.columns[(entity, source, table)] = SeenColumns.Read(json);
            }
        }

        return seen;
    }
}
