delete from crm_migration.unsampled_rows where entity_id in (select entity_id from crm_migration.entities join crm_migration.runs using (run_id) where run_id = @runId or plan = @plan);
