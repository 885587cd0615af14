update crm_migration.entities
set partitions = @partitions, loaded_partitions = @loaded, match_buckets = @buckets, target_was_empty = @empty, in_key_order = @inKeyOrder, state = 'partitioned'
where entity_id = @entityId;
