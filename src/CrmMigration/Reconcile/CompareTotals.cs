using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Reconcile;

/// <summary>Compares sums: what was read, less what was left out, is what the target holds, exactly, in every group.</summary>
internal sealed class CompareTotals(NpgsqlConnection target, EntityMapping mapping, EntityRow row)
{
    /// <summary>Writes the totals, of all sources together and of each where there are several; returns a line for each that differs.</summary>
    public async Task<IReadOnlyList<string>> Run(bool onlyOurs)
    {
        var sources = mapping.Entity.Sources;
        foreach (var total in mapping.Entity.Totals)
        {
            await Compare(total, null, onlyOurs);
            foreach (var source in sources.Where(_ => sources.Count > 1))
            {
                await Compare(total, source.Name, onlyOurs: false);
            }
        }

        return [.. await target.QueryAsync<string>(SqlText.Of("Reconcile/FindDifferingTotals.sql"), new { entityId = row.EntityId })];
    }

    private Task<int> Compare(ControlTotalPlan total, string? source, bool onlyOurs) => target.ExecuteAsync(
        Statement(total, onlyOurs), new { entityId = row.EntityId, column = total.Sum, groupColumn = total.By, source });

    private string Statement(ControlTotalPlan total, bool onlyOurs)
    {
        const string Cut = "partition in (select cut.partition from crm_migration.partitions as cut where cut.entity_id = @entityId and (@source::text is null or cut.source = @source))";
        var group = total.By is null ? "null::text" : $"t.{SqlName.Quote(total.By)}::text";
        var value = $"t.{SqlName.Quote(total.Sum)}::numeric";
        var odd = $"{value} in ('NaN', 'Infinity', '-Infinity')";
        var rows = onlyOurs ? $"{mapping.Table} as t" : OwnRows.Join(mapping, $"entry.{Cut}");
        return $"""
            insert into crm_migration.control_totals
              (entity_id, sum_column, group_column, group_value, read_sum, left_out_sum, loaded_sum, read_odd, left_out_odd, loaded_odd, agrees, source)
            select *, read_sum - left_out_sum = loaded_sum and read_odd - left_out_odd = loaded_odd, @source
            from (
              select @entityId, @column, @groupColumn, coalesce(sent.value, loaded.value),
                     coalesce(read_sum, 0) as read_sum, coalesce(left_out_sum, 0) as left_out_sum, coalesce(loaded_sum, 0) as loaded_sum,
                     coalesce(read_odd, 0) as read_odd, coalesce(left_out_odd, 0) as left_out_odd, coalesce(loaded_odd, 0) as loaded_odd
              from (
                select rtrim(group_value) as value, sum(read_sum) as read_sum, sum(left_out_sum) as left_out_sum,
                       sum(read_odd) as read_odd, sum(left_out_odd) as left_out_odd
                from crm_migration.control_sums where entity_id = @entityId and sum_column = @column and {Cut} group by 1
              ) as sent
              full join (
                select rtrim({group}) as value, sum({value}) filter (where not {odd}) as loaded_sum, count(*) filter (where {odd}) as loaded_odd
                from {rows} group by 1
              ) as loaded on coalesce(sent.value, '') = coalesce(loaded.value, '') and (sent.value is null) = (loaded.value is null)
            ) as compared
            """;
    }
}
