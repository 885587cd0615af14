update crm_migration.entities set load_table = @loadTable where entity_id = @EntityId;
