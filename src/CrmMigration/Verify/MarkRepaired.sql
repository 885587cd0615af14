update crm_migration.verified_differences set state = 'repaired' where entity_id = @entityId and set_id = @setId and source_key = any(@keys);
