update crm_migration.partitions set lost_numbers = null, lost_texts = null where entity_id = @entityId and (lost_numbers is not null or lost_texts is not null);
