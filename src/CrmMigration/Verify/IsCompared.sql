select exists (select from crm_migration.verified_targets where entity_id = @entityId);
