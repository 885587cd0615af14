select horizon from crm_migration.entity_sources where entity_id = @entityId and source = @source;
