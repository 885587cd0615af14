select source_key
from crm_migration.rejected_rows
join crm_migration.partitions using (entity_id, partition)
where entity_id = @entityId and source = @source;
