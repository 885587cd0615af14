update crm_migration.entities set state = @state where entity_id = @entityId;
