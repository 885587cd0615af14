select fate, key_numbers, key_texts, target_numbers, target_texts
from crm_migration.ledger
join crm_migration.partitions using (entity_id, partition)
where entity_id = @entityId and source = @source;
