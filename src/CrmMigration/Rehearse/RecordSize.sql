update crm_migration.rehearsed_entities set table_bytes = @bytes where entity_id = @EntityId;
