select count(*) from crm_migration.verified_differences where entity_id = @entityId;
