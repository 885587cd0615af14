select source_key, target_key from crm_migration.links where set_id = @setId and source_key = any(@keys) and status in ('migrated', 'merged');
