update crm_migration.verified_differences as difference set batch = numbered.batch
from (
  select set_id, source_key, (row_number() over (order by set_id, source_key) - 1)::int / @rows as batch
  from crm_migration.verified_differences where entity_id = @entityId and state = @state
) as numbered
where difference.entity_id = @entityId and difference.set_id = numbered.set_id and difference.source_key = numbered.source_key;
