select count(*) from crm_migration.reviewed_rows as review join crm_migration.entities as entity using (entity_id) where entity.run_id = @runId;
