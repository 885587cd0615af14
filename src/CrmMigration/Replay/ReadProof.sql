select entity.contents_found as Found, coalesce(entity.contents_agree, true) as Agrees, entity.contents_differ_in as DiffersIn, drift.came as Came, drift.went as Went
from crm_migration.entities as entity
cross join lateral (
  select coalesce(sum(rows_came), 0)::bigint as came, coalesce(sum(rows_went), 0)::bigint as went
  from crm_migration.entity_sources as source where source.entity_id = entity.entity_id
) as drift
where entity.entity_id = @entityId;
