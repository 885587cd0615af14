-- Where every row was compared by value each counts once; else what differs, or is missing, is taken off what the links know.
select source.source as Source, source.rows as Rows, source.changed as ChangedSince, source.doubt as Doubt,
       case when deep.ranges > 0 then deep.read else source.rows end as Compared,
       case when deep.ranges > 0 then deep.equal
            else source.rows - source.merged - source.rejected - source.skipped - source.new - found.differing - found.missing end as Equal,
       case when deep.ranges > 0 then deep.differing else found.differing end as Differing,
       case when deep.ranges > 0 then deep.missing else found.missing end as Missing,
       case when deep.ranges > 0 then deep.merged else source.merged end as Merged,
       case when deep.ranges > 0 then deep.rejected else source.rejected end as Rejected,
       case when deep.ranges > 0 then deep.skipped else source.skipped end as Skipped,
       case when deep.ranges > 0 then deep.changed else source.new end as Changed,
       found.extra as Extra, found.repaired as Repaired
from crm_migration.verified_sources as source
cross join lateral (
  select count(*) as ranges, coalesce(sum(read), 0)::bigint as read, coalesce(sum(equal), 0)::bigint as equal, coalesce(sum(differing), 0)::bigint as differing,
         coalesce(sum(missing), 0)::bigint as missing, coalesce(sum(merged), 0)::bigint as merged, coalesce(sum(rejected), 0)::bigint as rejected,
         coalesce(sum(skipped), 0)::bigint as skipped, coalesce(sum(changed), 0)::bigint as changed
  from crm_migration.verified_ranges as range where range.entity_id = source.entity_id and range.source = source.source
) as deep
cross join lateral (
  select count(*) filter (where kind = 'differing') as differing, count(*) filter (where kind = 'missing') as missing, count(*) filter (where kind = 'extra') as extra,
         count(*) filter (where state = 'repaired') as repaired
  from crm_migration.verified_differences as difference where difference.entity_id = source.entity_id and difference.set_id = source.set_id
) as found
where source.entity_id = @entityId
order by (select position from crm_migration.entity_sources as place where place.entity_id = source.entity_id and place.source = source.source);
