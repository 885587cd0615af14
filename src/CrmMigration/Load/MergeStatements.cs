using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>
/// The SQL that merges within a loaded table, a partition at a time. Rows are found by the table's key. Each statement takes the
/// parameters entityId and partition; names of its own begin with crm_.
/// </summary>
internal sealed class MergeStatements
{
    private readonly string table;
    private readonly string key;
    private readonly string keyType;
    private readonly string targets;
    private readonly string keys;
    private readonly string hash;
    private readonly bool keepsKeys;
    private readonly IReadOnlyList<string> fillable;

    public MergeStatements(EntityMapping mapping)
    {
        table = mapping.Table;
        key = SqlName.Quote(mapping.TargetColumns[0].Name);
        keyType = mapping.TargetColumns[0].BaseType;
        targets = mapping.TargetKeyKind.IsInteger() ? "numbers" : "texts";
        keys = mapping.SourceKeyKind.IsInteger() ? "numbers" : "texts";
        keepsKeys = mapping.Source.KeepsKeys;
        hash = new RowHash(mapping).Sql;
        fillable = [.. SurvivorFill.FillableColumns(mapping).Select(SqlName.Quote)];
    }

    /// <summary>Fills what the partition's survivors miss. Their old hashes leave the books and their new ones come in. Null when no column can be filled.</summary>
    public string? Fill => fillable.Count == 0
        ? null
        : $"""
        with crm_pairs as materialized (
          select pair.member::{keyType} as crm_member, pair.survivor::{keyType} as crm_survivor, plan.source as crm_source, pair.place as crm_place
          from crm_migration.merge_plans as plan
          cross join unnest({Target("member")}, {Target("survivor")}) with ordinality as pair (member, survivor, place)
          where plan.entity_id = @entityId and plan.partition = @partition and plan.role = 'survivor'
        ), crm_gaps as materialized (
          select t.{key} as crm_survivor, {Nulls} as crm_nulls, {hash} as crm_hash
          from (select distinct crm_survivor from crm_pairs order by crm_survivor) as survivors
          join {table} as t on t.{key} = crm_survivor
          where {Nulls} > 0
        ), crm_givers as materialized (
          select crm_survivor, {Columns(column => $"crm_migration.first_known(t.{column} order by crm_source, crm_place) as {column}")}
          from crm_gaps join crm_pairs using (crm_survivor)
          join {table} as t on t.{key} = crm_member
          group by crm_survivor
        ), crm_filled as (
          update {table} as t set {Columns(column => $"{column} = coalesce(t.{column}, giver.{column})")}
          from crm_gaps as gap join crm_givers as giver using (crm_survivor)
          where t.{key} = crm_survivor and ({string.Join(" or ", fillable.Select(Fills))})
          returning {hash} - gap.crm_hash::numeric as crm_change, gap.crm_nulls - {Nulls} as crm_values
        ), crm_sums as (
          select sum(crm_change) as change, sum(crm_values) as values from crm_filled having count(*) > 0
        )
        update crm_migration.partitions as cut
        set sent_hash = crm_migration.wrap_hash(cut.sent_hash + sums.change), filled_values = cut.filled_values + sums.values,
            transactions = cut.transactions || pg_current_xact_id()::xid::text::bigint
        from crm_sums as sums where cut.entity_id = @entityId and cut.partition = @partition;
        """;

    /// <summary>The partition's rows that give way leave the table, and the created rows of the books; their number and hashes leave the sums.</summary>
    public string Leave =>
        $"""
        with crm_members as materialized (
          select member::{keyType} as crm_member
          from crm_migration.merge_plans as plan cross join unnest({Target("member")}) as member
          where plan.entity_id = @entityId and plan.partition = @partition and plan.role = 'member'
        ), crm_gone as (
          delete from {table} as t using crm_members where t.{key} = crm_member returning {hash} as crm_hash
        ), crm_sums as (
          select count(*) as rows, coalesce(sum(crm_hash), 0) as hashes from crm_gone
        )
        update crm_migration.partitions as cut
        set sent_rows = cut.sent_rows - sums.rows, sent_hash = crm_migration.wrap_hash(cut.sent_hash - sums.hashes)
        from crm_sums as sums where cut.entity_id = @entityId and cut.partition = @partition;
        update crm_migration.ledger as entry
        set {(keepsKeys ? LeaveKeys : LeaveKeysAndTargets)}
        where entry.entity_id = @entityId and entry.partition = @partition and entry.fate = 'created';
        """;

    private string LeaveKeys => $"key_{keys} = array(select crm_key from (select unnest(entry.key_{keys}) as crm_key) as loaded where {Stays})";

    private string LeaveKeysAndTargets =>
        $"""
        (key_{keys}, target_{targets}) = (
          select coalesce(array_agg(crm_key order by crm_place), '{"{}"}'), coalesce(array_agg(crm_target order by crm_place), '{"{}"}')
          from unnest(entry.key_{keys}, entry.target_{targets}) with ordinality as loaded (crm_key, crm_target, crm_place)
          where {Stays})
        """;

    private string Stays =>
        $"""
        not exists (
          select from crm_migration.merge_plans as plan cross join unnest(plan.member_{keys}) as member
          where plan.entity_id = @entityId and plan.partition = @partition and plan.role = 'member' and member = crm_key)
        """;

    private string Nulls => $"num_nulls({Columns(column => $"t.{column}")})";

    /// <summary>Keys in the target, which stand apart where they are not those of the source.</summary>
    private string Target(string row) => $"coalesce(plan.{row}_target_{targets}, plan.{row}_{targets})";

    private static string Fills(string column) => $"(t.{column} is null and giver.{column} is not null)";

    private string Columns(Func<string, string> write) => string.Join(", ", fillable.Select(write));
}
