delete from crm_migration.match_keys where entity_id = @entityId;
