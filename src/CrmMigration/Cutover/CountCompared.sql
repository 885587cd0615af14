select coalesce(sum(range.read), 0)::bigint
from crm_migration.entities as entity
join crm_migration.verified_ranges as range using (entity_id)
where entity.run_id = @runId and entity.entity = @entity and range.source = @source;
