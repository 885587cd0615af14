update crm_migration.entities
set partitions = @partitions, match_buckets = @buckets, target_was_empty = @empty, state = 'partitioned'
where entity_id = @entityId;
