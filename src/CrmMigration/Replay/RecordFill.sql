update crm_migration.partitions
set sent_hash = crm_migration.wrap_hash(sent_hash::numeric + @change), filled_values = filled_values + @filled,
    transactions = transactions || @transactions
where entity_id = @entityId and partition = @partition;
