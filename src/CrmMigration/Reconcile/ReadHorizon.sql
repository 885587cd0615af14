select horizon from crm_migration.entities where entity_id = @entityId;
