using CrmMigration.Plan;
using Dapper;
using Npgsql;

namespace CrmMigration.Reconcile;

/// <summary>Keys in the target that rows of several sources have, where each keeps its own and nothing else could tell that they meet.</summary>
internal static class SharedKeys
{
    public static async Task<IReadOnlyList<string>> Find(NpgsqlConnection target, CheckedEntity entity, long entityId) => !entity.MayShareKeys ? [] :
    [
        .. await target.QueryAsync<string>(
            SqlText.Of("Reconcile/FindSharedKeys.sql"), new { entityId, sources = entity.Sources.Where(source => source.KeepsKeys).Select(source => source.Name).ToArray() }),
    ];
}
