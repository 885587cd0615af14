select source, source_key from crm_migration.verified_differences where entity_id = @entityId and batch = @number and state = @state;
