delete from crm_migration.rejected_rows where entity_id = @entityId and partition = @partition and source_key = any(@keys);
