select exists (select from crm_migration.match_edges where entity_id = @entityId and bucket = @bucket);
