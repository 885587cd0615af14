update crm_migration.entity_sources as source set horizon = @horizon, origin = @origin, looked_at = @at
from crm_migration.entities as entity
where entity.entity_id = source.entity_id and entity.run_id = @runId and source.source = @source and source.horizon is null;
