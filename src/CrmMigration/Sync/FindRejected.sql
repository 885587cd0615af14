select source_key from crm_migration.links where set_id = @setId and status = 'rejected';
