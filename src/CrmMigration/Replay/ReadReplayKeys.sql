select side, partition, pairs from crm_migration.replay_keys where entity_id = @entityId and side = any(@sides) order by side, place;
