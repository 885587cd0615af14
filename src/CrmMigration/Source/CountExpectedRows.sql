select coalesce(sum(expected_rows), 0) from crm_migration.partitions where entity_id = @entityId;
