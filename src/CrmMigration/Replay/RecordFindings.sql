update crm_migration.entities set state = @state, findings = @findings where entity_id = @entityId;
