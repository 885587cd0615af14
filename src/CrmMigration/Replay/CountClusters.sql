update crm_migration.entities as entity set clusters = found.clusters, largest_cluster = found.largest
from (
  select count(*) as clusters, coalesce(max(members), 0) + 1 as largest
  from (
    select target.key, count(*) as members
    from crm_migration.ledger as entry
    cross join lateral unnest(coalesce(entry.target_numbers::text[], entry.target_texts)) as target (key)
    where entry.entity_id = @entityId and entry.fate = 'merged'
    group by target.key
  ) as cluster
  having count(*) > 0
) as found
where entity.entity_id = @entityId;
