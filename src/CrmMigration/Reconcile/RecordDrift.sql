update crm_migration.entity_sources set rows_came = @came, rows_went = @went where entity_id = @entityId and source = @source;
