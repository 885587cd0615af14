select exists (select from crm_migration.rehearsed_entities where entity_id = @EntityId);
