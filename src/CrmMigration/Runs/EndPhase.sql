update crm_migration.phases as phase set finished_at = clock_timestamp()
from crm_migration.entities as entity
where phase.entity_id = entity.entity_id and entity.run_id = @runId and entity.entity = @entity and phase.phase = @phase;
