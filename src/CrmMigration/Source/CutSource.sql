update crm_migration.entity_sources set first_partition = @first, first_gap = @gap where entity_id = @entityId and source = @source;
