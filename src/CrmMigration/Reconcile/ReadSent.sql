select partition, sent_rows, sent_hash from crm_migration.partitions where entity_id = @entityId and sampled order by partition;
