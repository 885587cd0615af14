select partition, pairs from crm_migration.match_keys where entity_id = @entityId and bucket = @bucket order by partition;
