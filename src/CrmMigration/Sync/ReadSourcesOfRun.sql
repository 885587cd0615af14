select entity.entity, source.source
from crm_migration.entities as entity join crm_migration.entity_sources as source using (entity_id)
where entity.run_id = @runId;
