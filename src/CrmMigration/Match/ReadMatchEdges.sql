select edges from crm_migration.match_edges where entity_id = @entityId order by bucket;
