select count(*) from crm_migration.kept_rows as kept join crm_migration.entities as entity using (entity_id) where entity.run_id = @runId;
