select min(lowest) from crm_migration.assigned_keys where entity = @entity and (run_id is null or run_id = @runId);
