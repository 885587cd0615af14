update crm_migration.entity_sources as source set estimated_rows = @rows
from crm_migration.entities as entity
where entity.entity_id = source.entity_id and entity.run_id = @runId and entity.entity = @entity and source.source = @source;
