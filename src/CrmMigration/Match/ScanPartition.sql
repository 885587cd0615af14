update crm_migration.partitions set state = 'scanned' where entity_id = @entityId and partition = @partition;
