select source_key from crm_migration.rejected_rows where entity_id = @entityId;
