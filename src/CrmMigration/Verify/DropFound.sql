delete from crm_migration.verified_differences where entity_id = @entityId and set_id = @setId and source_key = any(@keys);
