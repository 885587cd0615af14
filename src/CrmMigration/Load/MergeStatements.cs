using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>
/// The SQL that merges within a loaded table. The table is read once, for the rows of clusters; these are then found again by their
/// place (ctid), which nobody can change meanwhile. Each statement takes the parameter entityId; names of its own begin with crm_.
/// </summary>
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

    /// <summary>The rows of all clusters, each with its survivor's key; a survivor has its own.</summary>
    public string Gather =>
        $"""
        create temporary table crm_members on commit drop as
        select plan.partition as crm_partition, pair.member::{keyType} as crm_key, pair.survivor::{keyType} as crm_survivor
        from crm_migration.merge_plans as plan
        cross join unnest(plan.member_{keys}, plan.survivor_{keys}) as pair (member, survivor)
        where plan.entity_id = @entityId and plan.role = 'member'
        union all
        select distinct plan.partition, pair.survivor::{keyType}, pair.survivor::{keyType}
        from crm_migration.merge_plans as plan
        cross join unnest(plan.survivor_{keys}) as pair (survivor)
        where plan.entity_id = @entityId and plan.role = 'survivor';
        analyze crm_members;
        create temporary table crm_places on commit drop as
        select crm_partition, crm_key, crm_survivor, t.ctid as crm_place, {Nulls("t")} as crm_nulls
        from {table} as t join crm_members on t.{key} = crm_key;
        analyze crm_places;
        """;

    /// <summary>Fills what survivors miss. Their old hashes leave the books and their new ones come in.</summary>
    public string Fill => fillable.Count == 0
        ? "select"
        : $"""
        create temporary table crm_gaps on commit drop as
        select crm_partition, crm_survivor, crm_place, crm_nulls from crm_places where crm_key = crm_survivor and crm_nulls > 0;
        create temporary table crm_givers on commit drop as
        select place.crm_key, place.crm_survivor, {Columns("t")}
        from crm_gaps as gap
        join crm_places as place on place.crm_survivor = gap.crm_survivor and place.crm_key <> place.crm_survivor
        join {table} as t on t.ctid = place.crm_place;
        create index on crm_givers (crm_survivor, crm_key);
        analyze crm_gaps;
        analyze crm_givers;
        create temporary table crm_before on commit drop as
        select gap.crm_survivor, {hash} as crm_hash from crm_gaps as gap join {table} as t on t.ctid = gap.crm_place;
        with filled as (
          update {table} as t set {string.Join(", ", fillable.Select(Filled))}
          from crm_gaps as gap join crm_before as before using (crm_survivor)
          where t.ctid = gap.crm_place
            and exists (select from crm_givers as giver where giver.crm_survivor = t.{key} and ({string.Join(" or ", fillable.Select(Fills))}))
          returning gap.crm_partition, {hash} - before.crm_hash::numeric as change, gap.crm_nulls - {Nulls("t")} as values
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
          delete from {table} as t using crm_places where t.ctid = crm_place and crm_key <> crm_survivor returning crm_partition, {hash} as crm_hash
        ), sums as (
          select crm_partition, count(*) as rows, sum(crm_hash) as hashes from gone group by crm_partition
        )
        update crm_migration.partitions as cut
        set sent_rows = cut.sent_rows - sums.rows, sent_hash = crm_migration.wrap_hash(cut.sent_hash - sums.hashes)
        from sums where cut.entity_id = @entityId and cut.partition = sums.crm_partition;
        """;

    private static string Fills(string column) => $"(t.{column} is null and giver.{column} is not null)";

    private string Filled(string column) =>
        $"{column} = coalesce(t.{column}, (select giver.{column} from crm_givers as giver "
            + $"where giver.crm_survivor = t.{key} and giver.{column} is not null order by giver.crm_key{order} limit 1))";

    private string Nulls(string row) => fillable.Count == 0 ? "0" : $"num_nulls({Columns(row)})";

    private string Columns(string row) => string.Join(", ", fillable.Select(column => $"{row}.{column}"));
}
