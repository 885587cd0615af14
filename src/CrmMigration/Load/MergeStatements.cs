using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>The SQL that merges within a loaded table. Each statement takes the parameter entityId; names of its own begin with crm_.</summary>
internal sealed class MergeStatements
{
    private readonly string table;
    private readonly string key;
    private readonly string keyType;
    private readonly string keys;
    private readonly string order;
    private readonly string hash;
    private readonly IReadOnlyList<string> fillable;

    public MergeStatements(EntityMapping mapping)
    {
        table = mapping.Table;
        key = SqlName.Quote(mapping.TargetColumns[0].Name);
        keyType = mapping.TargetColumns[0].BaseType;
        keys = mapping.SourceKeyKind.IsInteger() ? "numbers" : "texts";
        order = mapping.TargetKeyKind == KeyKind.Text ? " collate \"C\"" : "";
        hash = new RowHash(mapping).Sql;
        fillable = [.. SurvivorFill.FillableColumns(mapping).Select(SqlName.Quote)];
    }

    /// <summary>Who gives way to whom, unpacked.</summary>
    public string Gather =>
        $"""
        create temporary table crm_merges on commit drop as
        select plan.partition as crm_partition, pair.member::{keyType} as member, pair.survivor::{keyType} as survivor
        from crm_migration.merge_plans as plan
        cross join unnest(plan.member_{keys}, plan.survivor_{keys}) as pair (member, survivor)
        where plan.entity_id = @entityId and plan.role = 'member';
        create temporary table crm_survivors on commit drop as
        select distinct plan.partition as crm_partition, pair.survivor::{keyType} as survivor
        from crm_migration.merge_plans as plan
        cross join unnest(plan.survivor_{keys}) as pair (survivor)
        where plan.entity_id = @entityId and plan.role = 'survivor';
        analyze crm_merges;
        analyze crm_survivors;
        """;

    /// <summary>Fills what survivors miss. The survivors' old hashes leave the books and their new ones come in.</summary>
    public string Fill => fillable.Count == 0
        ? "select"
        : $"""
        create temporary table crm_gaps on commit drop as
        select crm_survivors.crm_partition, t.{key} as crm_key, {hash} as crm_hash, num_nulls({Columns("t")}) as crm_nulls
        from {table} as t join crm_survivors on t.{key} = crm_survivors.survivor
        where num_nulls({Columns("t")}) > 0;
        create temporary table crm_givers on commit drop as
        select crm_merges.survivor as crm_survivor, t.{key} as crm_key, {Columns("t")}
        from crm_merges join crm_gaps on crm_gaps.crm_key = crm_merges.survivor join {table} as t on t.{key} = crm_merges.member;
        create index on crm_givers (crm_survivor, crm_key);
        analyze crm_gaps;
        analyze crm_givers;
        with filled as (
          update {table} as t set {string.Join(", ", fillable.Select(Filled))}
          from crm_gaps
          where t.{key} = crm_gaps.crm_key
            and exists (select from crm_givers as giver where giver.crm_survivor = t.{key} and ({string.Join(" or ", fillable.Select(Fills))}))
          returning crm_gaps.crm_partition, {hash} - crm_gaps.crm_hash::numeric as change, crm_gaps.crm_nulls - num_nulls({Columns("t")}) as values
        ), sums as (
          select crm_partition, sum(change) as change, sum(values) as values from filled group by crm_partition
        )
        update crm_migration.partitions as cut
        set sent_hash = crm_migration.wrap_hash(cut.sent_hash + sums.change), filled_values = cut.filled_values + sums.values
        from sums where cut.entity_id = @entityId and cut.partition = sums.crm_partition;
        """;

    /// <summary>The rows that give way leave the table; their number and hashes leave the books.</summary>
    public string Leave =>
        $"""
        with gone as (
          delete from {table} as t using crm_merges where t.{key} = crm_merges.member returning crm_merges.crm_partition, {hash} as crm_hash
        ), sums as (
          select crm_partition, count(*) as rows, sum(crm_hash) as hashes from gone group by crm_partition
        )
        update crm_migration.partitions as cut
        set sent_rows = cut.sent_rows - sums.rows, sent_hash = crm_migration.wrap_hash(cut.sent_hash - sums.hashes)
        from sums where cut.entity_id = @entityId and cut.partition = sums.crm_partition;
        """;

    /// <summary>In the ledger, who gave way moves from created to merged.</summary>
    public string Book =>
        $"""
        update crm_migration.ledger as entry
        set key_{keys} = array(select unnest(entry.key_{keys}) except all select unnest(plan.member_{keys}))
        from crm_migration.merge_plans as plan
        where entry.entity_id = @entityId and entry.fate = 'created'
          and plan.entity_id = entry.entity_id and plan.partition = entry.partition and plan.role = 'member';
        insert into crm_migration.ledger (entity_id, partition, fate, key_numbers, key_texts, target_numbers, target_texts)
        select entity_id, partition, 'merged', member_numbers, member_texts, survivor_numbers, survivor_texts
        from crm_migration.merge_plans where entity_id = @entityId and role = 'member';
        """;

    private static string Fills(string column) => $"(t.{column} is null and giver.{column} is not null)";

    private string Filled(string column) =>
        $"{column} = coalesce(t.{column}, (select giver.{column} from crm_givers as giver "
            + $"where giver.crm_survivor = t.{key} and giver.{column} is not null order by giver.crm_key{order} limit 1))";

    private string Columns(string row) => string.Join(", ", fillable.Select(column => $"{row}.{column}"));
}
