-- The rows of a batch, and those that did not change of the same clusters. `not in` is looked up in a hash table, however few rows the server expects.
with changed as (
  select changed.set_id, changed.source_key, changed.gone, changed.cluster, links.status, links.target_key, links.row_hash
  from crm_migration.changed_rows as changed
  left join crm_migration.links as links using (set_id, source_key)
  where changed.entity_id = @entityId and changed.batch = @batch
), others as (
  select distinct member.set_id, member.source_key, clusters.cluster, member.status, member.target_key, member.row_hash
  from (select distinct cluster from changed where cluster like 't%') as clusters
  cross join lateral crm_migration.members_of(substr(clusters.cluster, 2), @sets) as member
  where (member.set_id, member.source_key) not in (select changed.set_id, changed.source_key from changed)
)
select set_id as SetId, source_key as SourceKey, true as Changed, gone as Gone, cluster as Cluster, status as Status, target_key as TargetKey, row_hash as RowHash from changed
union all
select set_id, source_key, false, false, cluster, status, target_key, row_hash from others;
