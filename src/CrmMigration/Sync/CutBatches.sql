-- Rows that stand for one row of the target go together; what is new stands alone, unless it was found to match. Clusters of which nothing is left
-- come last: their rows go, children first, when all else is done. Batches are as many as can be worked on at once, or a multiple of it.
with formed as materialized (
  select changed.set_id, changed.source_key, changed.gone,
         coalesce(changed.cluster, 't' || links.target_key, 'n' || changed.set_id || ':' || changed.source_key) as cluster
  from pg_temp.crm_migration_changes as changed
  left join crm_migration.links as links using (set_id, source_key)
), clusters as (
  select cluster, bool_and(gone) as gone, count(*) as rows from formed group by cluster
), ended as (
  select cluster, rows, gone and not exists (
           select from crm_migration.members_of(substr(clusters.cluster, 2), @sets) as other
           where not exists (
             select from pg_temp.crm_migration_changes as also where also.set_id = other.set_id and also.source_key = other.source_key)) as ends
  from clusters
), sized as (
  select ends, ceil(sum(rows) / case when sum(rows) <= @rows then 1 else ceil(sum(rows) / @rows / @parallel) * @parallel end) as rows
  from ended
  group by ends
), placed as (
  select cluster, ends, floor((sum(ended.rows) over (partition by ends order by cluster) - ended.rows) / sized.rows) as place
  from ended
  join sized using (ends)
), dense as (
  select cluster, ends, dense_rank() over (partition by ends order by place) - 1 as place from placed
), numbered as (
  select cluster, ends, case when ends then place + coalesce((select max(place) + 1 from dense where not ends), 0) else place end as batch from dense
)
insert into crm_migration.changed_rows (entity_id, set_id, source_key, gone, cluster, ends, batch)
select @entityId, formed.set_id, formed.source_key, formed.gone, cluster, numbered.ends, numbered.batch
from formed
join numbered using (cluster);
