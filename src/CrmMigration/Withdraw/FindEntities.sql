select entity.entity as Entity, entity.partitions as Partitions,
       exists (select from crm_migration.earlier_rows as earlier where earlier.entity_id = entity.entity_id and earlier.kind = 'updated') as Updated,
       exists (select from crm_migration.earlier_rows as earlier where earlier.entity_id = entity.entity_id and earlier.kind = 'deleted') as Deleted
from crm_migration.entities as entity
where entity.run_id = @runId and entity.revealed and entity.partitions > 0
order by entity.position;
