update crm_migration.entity_sources set first_partition = @first, first_gap = @gap, lowest_key = @lowest, highest_key = @highest
where entity_id = @entityId and source = @source;
