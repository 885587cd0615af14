delete from crm_migration.assigned_keys where run_id = @RunId and entity = @Entity;
