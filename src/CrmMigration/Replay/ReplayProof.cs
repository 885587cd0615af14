using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Replay;

/// <summary>
/// Looks at the rows that a replay has just written, in the transaction that wrote them: whether the target holds what was sent, and what its
/// control totals gain. Rows that were proven before are not looked at again: the target is in use by then, and people change them.
/// </summary>
internal sealed class ReplayProof(NpgsqlConnection target, EntityMapping mapping, long entityId)
{
    private readonly RowHash hash = new(mapping);

    /// <summary>The rows are noted for a sync, which otherwise could take them for edited. A sync itself keeps them in its links.</summary>
    public bool Notes { get; init; } = true;

    private readonly string rows = $"{mapping.Table} as t where t.{SqlName.Quote(mapping.TargetColumns[0].Name)} = any(@keys::{mapping.TargetColumns[0].BaseType}[])";

    /// <summary>Rows that came into the target; also none, as books have changed.</summary>
    /// <param name="sent">The sum of their hashes.</param>
    public async Task OfArrived(int partition, IReadOnlyCollection<SourceKey> keys, ulong sent)
    {
        await Record(partition, await Check(keys, sent));
        await Note(keys);
        foreach (var total in keys.Count == 0 ? [] : mapping.Entity.Totals)
        {
            await target.ExecuteAsync(LoadedSum(total), new { entityId, partition, column = total.Sum, groupColumn = total.By, keys = Texts(keys) });
        }
    }

    /// <summary>Rows that were in the target and were filled.</summary>
    public async Task OfFilled(int partition, IReadOnlyCollection<SourceKey> keys, ulong sent)
    {
        await Record(partition, (0, (await Check(keys, sent)).Agrees));
        await Note(keys);
    }

    private Task<int> Record(int partition, (long Found, bool Agree) proof) =>
        target.ExecuteAsync(SqlText.Of("Replay/RecordProof.sql"), new { entityId, partition, proof.Found, proof.Agree });

    // A sync that comes later knows by it what nobody has touched since.
    private async Task Note(IReadOnlyCollection<SourceKey> keys)
    {
        if (keys.Count > 0 && Notes)
        {
            await target.ExecuteAsync(
                $"""
                insert into crm_migration.replayed_rows (entity_id, target_key, row_hash) select @entityId, t.{SqlName.Quote(mapping.TargetColumns[0].Name)}::text, {hash.Sql} from {rows}
                on conflict (entity_id, target_key) do update set row_hash = excluded.row_hash
                """,
                new { entityId, keys = Texts(keys) });
        }
    }

    private async Task<(long Rows, bool Agrees)> Check(IReadOnlyCollection<SourceKey> keys, ulong sent)
    {
        if (keys.Count == 0)
        {
            return (0, true);
        }

        var (count, sum) = await target.QuerySingleAsync<(long, string?)>(
            $"select count(*), mod(sum({hash.Sql}), 18446744073709551616)::text from {rows}", new { keys = Texts(keys) });
        return (count, count == keys.Count && HashSum.Parse(sum) == sent);
    }

    private string LoadedSum(ControlTotalPlan total)
    {
        var group = total.By is null ? "null::text" : $"t.{SqlName.Quote(total.By)}::text";
        var value = $"t.{SqlName.Quote(total.Sum)}::numeric";
        var odd = $"{value} in ('NaN', 'Infinity', '-Infinity')";
        return $"""
            insert into crm_migration.control_sums
              (entity_id, partition, sum_column, group_column, group_value, read_sum, left_out_sum, read_odd, left_out_odd, loaded_sum, loaded_odd)
            select @entityId, @partition, @column, @groupColumn, {group}, 0, 0, 0, 0, coalesce(sum({value}) filter (where not {odd}), 0), count(*) filter (where {odd})
            from {rows} group by {group}
            """;
    }

    private static string[] Texts(IReadOnlyCollection<SourceKey> keys) => [.. keys.Select(key => key.ToString())];
}
