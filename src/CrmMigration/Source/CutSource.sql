update crm_migration.entity_sources set first_partition = @first where entity_id = @entityId and source = @source;
