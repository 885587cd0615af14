select exists (select from crm_migration.merge_plans where entity_id = @entityId);
