-- Clusters that end come last: their rows go, children first, when all else is done.
with clusters as (
  select cluster, ends, (sum(count(*)) over (partition by ends order by cluster) - count(*))::bigint / @rows as place
  from crm_migration.changed_rows where entity_id = @entityId group by cluster, ends
), dense as (
  select cluster, ends, dense_rank() over (partition by ends order by place) - 1 as place from clusters
), numbered as (
  select cluster, case when ends then place + coalesce((select max(place) + 1 from dense where not ends), 0) else place end as batch from dense
)
update crm_migration.changed_rows as changed set batch = numbered.batch
from numbered where changed.entity_id = @entityId and changed.cluster = numbered.cluster;
